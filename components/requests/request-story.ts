import type { Formats } from '@/lib/i18n/formats';
import type { SlowDelivery } from '@/lib/deliveries/deliveries';
import { isCancellable } from '@/lib/entitlement/request-states';
import type { Callout } from '@/lib/entitlement/requests';
import { endDay } from '@/lib/entitlement/end-day';
import { aboutDuration } from '@/lib/iso-duration';
import { isBySystem, kindOf, type Kind } from './request-groups';
import { lastsWords, moment, say, type Words } from './phrases';
import { pinsOf, type StoryPin } from './request-pins';
import type { RequestRow } from './request-row';

export interface StoryStep {
  id: 'sent' | 'check' | 'approval' | 'start' | 'setUp' | 'ready' | 'denied' | 'cancelled' | 'again' | 'other';
  state: 'done' | 'now' | 'next' | 'no';
  title: Words;
  text: Words | null;
}

export interface Story {
  /** What happens next, or what came of it: the sentence under the heading. */
  next: Words;
  steps: StoryStep[];
  /** Sent, approval, ready: a pin per stage needs the approval, which the requestor may not read (look §13). None where nobody asked. */
  pins: StoryPin[];
}

/** A request told from its start. `now` is Graph's, UTC ms. Nothing is said that Graph did not tell. */
export function requestStory(row: RequestRow, now: number, formats: Formats, asking: { kind: string; name: string } | null): Story {
  const kind = kindOf(row);
  return {
    next: nextSentence(row, kind, now, formats),
    steps: stepsOf(row, kind, now, formats, asking),
    pins: pinsOf(row, kind, now, formats),
  };
}

function nextSentence(row: RequestRow, kind: Kind, now: number, formats: Formats): Words {
  const until = row.endDateTime && formats.day(endDay(row.endDateTime, formats.timeZone), now);
  switch (row.state) {
    case 'submitted':
      if (row.callout || row.waitingForCallback) return calloutSentence(row);
      return row.createdDateTime === null ? say('next.justSent') : say('next.submitted');
    case 'pendingApproval':
      return say(kind === 'update' ? 'next.pendingUpdate' : 'next.pendingApproval', moment(row.createdDateTime, now, formats));
    case 'scheduled':
      return row.schedule?.startDateTime
        ? say('next.scheduled', { day: formats.weekdayDay(row.schedule.startDateTime, now) })
        : say('next.scheduledLater');
    case 'delivering':
      if (row.waitingForCallback) return calloutSentence(row);
      return row.slow ? say('next.slow', slowWords(row.slow, formats)) : say(`next.delivering.${kind}`);
    case 'delivered':
      if (kind === 'removal') return say(isBySystem(row) ? 'next.ended' : 'next.removed');
      if (row.held === 'ended') return until ? say('next.hadUntil', { day: until }) : say('next.had');
      if (until) return say('next.haveUntil', { day: until });
      return say(kind === 'update' ? 'next.changed' : 'next.have');
    case 'partiallyDelivered':
      return say('next.partiallyDelivered');
    case 'deliveryFailed':
      return say(kind === 'add' ? 'next.deliveryFailed' : 'next.changeFailed');
    case 'denied':
      return say(kind === 'update' ? 'next.deniedUpdate' : 'next.denied');
    case 'canceled':
      return say(kind === 'add' ? 'next.canceled' : 'next.canceledUpdate');
    case 'other':
      return say('next.other', { state: row.rawState });
  }
}

function stepsOf(row: RequestRow, kind: Kind, now: number, formats: Formats, asking: { kind: string; name: string } | null): StoryStep[] {
  // An end that came is one event, not a request and its answer.
  if (isBySystem(row) && kind === 'removal' && row.state === 'delivered') {
    const at = row.completedDateTime ?? row.createdDateTime;
    const title = sentStep(row, kind, now, formats, asking).title;
    return [{ id: 'ready', state: 'done', title, text: at ? say('at', instantOf(at, now, formats)) : null }];
  }
  const steps: StoryStep[] = [sentStep(row, kind, now, formats, asking)];
  const ended = row.completedDateTime;
  const at = ended ? say('at', instantOf(ended, now, formats)) : null;
  switch (row.state) {
    case 'submitted':
      steps.push(
        row.callout || row.waitingForCallback
          ? step('check', 'now', `step.callout.${calloutOf(row)}`, calloutDetail(row))
          : step('check', 'now', 'step.checking', cancelHint(row)),
      );
      steps.push(ready(row, kind, now, formats));
      break;
    case 'pendingApproval':
      steps.push(step('approval', 'now', 'step.approval', say('step.approvalText')));
      steps.push(ready(row, kind, now, formats));
      break;
    case 'scheduled':
      steps.push(step('start', 'now', 'step.starts', startText(row, now, formats)));
      steps.push(ready(row, kind, now, formats));
      break;
    case 'delivering':
      steps.push(step('setUp', 'now', `step.setUp.${kind}`, row.waitingForCallback ? calloutDetail(row) : say('step.setUpText')));
      steps.push(ready(row, kind, now, formats));
      break;
    case 'delivered':
      steps.push({ id: 'ready', state: 'done', title: say(`step.done.${kind}`), text: at });
      break;
    case 'partiallyDelivered':
      steps.push({
        id: 'setUp',
        state: 'now',
        title: say('step.partly'),
        text: ended ? say('step.partlyText', instantOf(ended, now, formats)) : null,
      });
      break;
    case 'deliveryFailed':
      steps.push({ id: 'setUp', state: 'no', title: say('step.failed'), text: at });
      if (kind === 'add') steps.push(step('again', 'next', 'step.again', say('step.againText')));
      break;
    case 'denied':
      steps.push({
        id: 'denied',
        state: 'no',
        title: say('step.denied'),
        text: ended ? say('step.deniedText', instantOf(ended, now, formats)) : say('step.deniedUndated'),
      });
      steps.push(step('again', 'next', 'step.again', say('step.againAfterDenial')));
      break;
    case 'canceled':
      steps.push({ id: 'cancelled', state: 'done', title: say('step.cancelled'), text: at });
      if (kind === 'add') steps.push(step('again', 'next', 'step.again', say('step.againText')));
      break;
    case 'other':
      steps.push({ id: 'other', state: 'now', title: say('step.other', { state: row.rawState }), text: null });
      break;
  }
  return steps;
}

/** Where a request stands with a system outside Microsoft Entra. */
function calloutOf(row: RequestRow): Exclude<Callout['status'], 'other'> {
  if (row.waitingForCallback) return 'waitingForCallback';
  const status = row.callout?.status ?? 'other';
  return status === 'other' ? 'calloutSent' : status;
}

function calloutSentence(row: RequestRow): Words {
  return say(row.waitingForCallback && row.state === 'delivering' ? 'next.calloutSetUp' : `next.callout.${calloutOf(row)}`);
}

/** What the other system said, in its own words set apart from ours; else what happens next. */
function calloutDetail(row: RequestRow): Words {
  const detail = row.callout?.detail;
  if (detail) return say('step.calloutDetail', { detail: `\u2068${detail}\u2069` });
  return say(row.state === 'delivering' ? 'step.calloutTextSetUp' : 'step.calloutText');
}

/** How long it has gone on at least, and what is usual. */
export function slowWords({ elapsedMs, usualMs }: SlowDelivery, formats: Formats): { elapsed: string; usual: string } {
  return { elapsed: formats.duration(aboutDuration(elapsedMs)), usual: formats.duration(aboutDuration(usualMs)) };
}

const step = (id: StoryStep['id'], state: StoryStep['state'], title: string, text: Words | null): StoryStep => ({
  id,
  state,
  title: say(title),
  text,
});

/** An instant as the messages take it: "Monday 23 November" and "16:20". */
function instantOf(value: string, now: number, formats: Formats): { day: string; time: string } {
  return { day: formats.weekdayDay(value, now), time: formats.time(value) };
}

function sentStep(row: RequestRow, kind: Kind, now: number, formats: Formats, asking: { kind: string; name: string } | null): StoryStep {
  const system = isBySystem(row);
  const who = system ? 'system' : asking === null ? 'me' : asking.kind;
  const title = say(`step.sent.${kind}`, { who, name: asking?.name ?? '' });
  const undated = system ? null : say('step.justNow');
  const text = row.createdDateTime === null ? undated : say('at', instantOf(row.createdDateTime, now, formats));
  return { id: 'sent', state: 'done', title, text };
}

function cancelHint(row: RequestRow): Words | null {
  return isCancellable(row) ? say('step.cancelUntilDecided') : null;
}

function startText(row: RequestRow, now: number, formats: Formats): Words {
  const start = row.schedule?.startDateTime;
  return start ? say('step.startsOn', { day: formats.weekdayDay(start, now) }) : say('step.startsLater');
}

function ready(row: RequestRow, kind: Kind, now: number, formats: Formats): StoryStep {
  const lasts = lastsWords(row.schedule?.expiration, now, formats);
  return {
    id: 'ready',
    state: 'next',
    title: say(`step.ready.${kind}`),
    text: kind === 'removal' ? null : (lasts ?? say('step.readyText')),
  };
}
