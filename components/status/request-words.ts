import { isOpen, type RequestState, type RequestType } from '@/lib/entitlement/request-states';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { endDay } from '@/lib/entitlement/end-day';
import type { Formats } from '@/lib/i18n/formats';
import type { Tone } from '@/components/ui/tag';
import { stateLooks, type StateWord } from './state-looks';

export interface RequestWords {
  /** For <StateTag word>. */
  word: StateWord;
  tone: Tone;
  /** One sentence of what happens next or what came of it: message `status.sentence.<key>` with values. */
  sentence: { key: string; values: Record<string, string | number> };
  /** Who asked, when it was somebody else. */
  askedBy: string | null;
  isOpen: boolean;
}

const removals: readonly RequestType[] = ['userRemove', 'adminRemove', 'systemRemove', 'approverRemove'];
const updates: readonly RequestType[] = ['userUpdate', 'adminUpdate', 'systemUpdate'];

/** The end of a request's period as a calendar day, null when none is known. */
export function requestEndDay(request: Pick<AssignmentRequest, 'schedule'>, timeZone: string): string | null {
  const expiration = request.schedule?.expiration;
  return expiration?.kind === 'until' ? endDay(expiration.endDateTime, timeZone) : null;
}

function wordOf(request: AssignmentRequest, until: string | null): StateWord {
  if (request.state !== 'delivered') return request.state;
  if (request.requestType !== 'userUpdate' && request.requestType !== 'adminUpdate') return 'delivered';
  return until ? 'extended' : 'answersChanged';
}

/** A moment as the messages take it: `kind` and `day`; `unknown` when Graph did not say. */
function moment(value: string | null, now: number, formats: Formats): Record<string, string> {
  if (!value) return { kind: 'unknown', day: '' };
  return { ...formats.dayWhen(value, now) };
}

function delivered(request: AssignmentRequest, until: string | null, now: number, formats: Formats): RequestWords['sentence'] {
  const values = moment(request.completedDateTime ?? request.createdDateTime, now, formats);
  if (request.requestType === 'userRemove') return { key: 'givenBack', values };
  if (request.requestType === 'systemRemove') return { key: 'ended', values };
  if (removals.includes(request.requestType)) return { key: 'removed', values };
  const ending = until && { until: formats.day(until, now) };
  if (updates.includes(request.requestType)) return ending ? { key: 'nowUntil', values: ending } : { key: 'changed', values };
  if (!ending) return { key: 'have', values: {} };
  return { key: formats.daysUntil(until, now) < 0 ? 'hadUntil' : 'haveUntil', values: ending };
}

function underWay(request: AssignmentRequest, now: number, formats: Formats): RequestWords['sentence'] {
  if (request.waitingForCallback) return { key: 'callback', values: {} };
  if (removals.includes(request.requestType)) return { key: 'removing', values: {} };
  if (updates.includes(request.requestType)) return { key: 'changing', values: {} };
  // Where the service acts by itself, nobody sent or asked.
  if (!request.createdDateTime || request.requestType.startsWith('system')) return { key: 'unknownDate', values: {} };
  const key = request.state === 'submitted' ? 'submitted' : 'delivering';
  return { key, values: moment(request.createdDateTime, now, formats) };
}

const withDate = (key: string, value: string | null, now: number, formats: Formats) =>
  value ? { key, values: moment(value, now, formats) } : { key: 'unknownDate', values: {} };

function sentenceOf(request: AssignmentRequest, until: string | null, now: number, formats: Formats): RequestWords['sentence'] {
  const sentences: Record<RequestState, () => RequestWords['sentence']> = {
    submitted: () => underWay(request, now, formats),
    delivering: () => underWay(request, now, formats),
    pendingApproval: () => withDate('pendingApproval', request.createdDateTime, now, formats),
    scheduled: () => {
      const start = request.schedule?.startDateTime;
      return start ? { key: 'scheduled', values: moment(start, now, formats) } : { key: 'scheduledLater', values: {} };
    },
    delivered: () => delivered(request, until, now, formats),
    partiallyDelivered: () => ({ key: 'partiallyDelivered', values: {} }),
    deliveryFailed: () => ({ key: 'deliveryFailed', values: {} }),
    denied: () => ({ key: 'denied', values: moment(request.completedDateTime, now, formats) }),
    canceled: () => ({ key: 'canceled', values: moment(request.completedDateTime, now, formats) }),
    other: () => ({ key: 'other', values: {} }),
  };
  return sentences[request.state]();
}

/** A request in words for its reader. `now` is Graph's, UTC ms; nothing is said that Graph did not tell. */
export function requestWords(request: AssignmentRequest, now: number, formats: Formats): RequestWords {
  const until = requestEndDay(request, formats.timeZone);
  const word = wordOf(request, until);
  const someoneElse = request.requestor && request.target && request.requestor.objectId !== request.target.objectId;
  return {
    word,
    tone: stateLooks[word].tone,
    sentence: sentenceOf(request, until, now, formats),
    askedBy: someoneElse ? request.requestor?.displayName || null : null,
    isOpen: isOpen(request),
  };
}
