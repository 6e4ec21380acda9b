import { endingWords, soonDays } from '@/components/status/ending-words';
import { type RequestWords, requestWords } from '@/components/status/request-words';
import type { Draft } from '@/lib/drafts/drafts';
import { endKey } from '@/lib/drafts/let-end';
import type { WaitingTray } from '@/lib/drafts/tray';
import type { Assignment } from '@/lib/entitlement/assignments';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { DayWhen, Formats } from '@/lib/i18n/formats';
import { paths } from '@/lib/paths';
import { latelyOf, type Lately } from './lately';
import { standsAt } from './stands-at';

/** A package as far as a row knows it; null where Graph did not say. */
export interface RowPackage {
  id: string | null;
  name: string | null;
}

export type Waiting = { key: string; of: RowPackage; href: string } & (
  | { kind: 'toDecide'; count: number; more: boolean }
  | { kind: 'ending'; daysLeft: number; endDay: string; endDateTime: string }
  | { kind: 'draft'; when: DayWhen; left: QuestionsLeft | null; isForOthers: boolean }
  /** Several packages chosen to be asked for together. */
  | { kind: 'tray'; names: (string | null)[]; isBegun: boolean; when: DayWhen }
  | { kind: 'answered'; words: RequestWords }
);

/** How many needed questions had no answer when it was last typed in, of all that were asked. */
export interface QuestionsLeft {
  left: number;
  all: number;
}

export interface OnItsWay {
  key: string;
  of: RowPackage;
  href: string;
  words: RequestWords;
  /** From standsAt. */
  stands: string;
}

export interface Ending {
  key: string;
  of: RowPackage;
  endDay: string;
  daysLeft: number;
  /** UTC ISO 8601, as Graph gave it. */
  endDateTime: string;
}

export interface HomeView {
  /** Warm first: who waits for the reader, what ends, drafts, what was partly or not given. */
  waiting: Waiting[];
  onItsWay: OnItsWay[];
  lately: Lately[];
  /** Within 90 days, soonest first. */
  ending: Ending[];
  /** Nothing held, asked for or begun, and everything was read. */
  isDayOne: boolean;
}

export interface HomeFacts {
  assignments: readonly Assignment[];
  requests: readonly AssignmentRequest[];
  drafts: readonly Draft[];
  tray: WaitingTray | null;
  acceptedEnds: ReadonlySet<string>;
  /** Null where it could not be read. */
  toDecide: { count: number; more: boolean } | null;
  /** Everything was read, the lists to their end. */
  complete: boolean;
}

const day = 86_400_000;
/** A refusal older than this no longer waits on Home; it stays under Requests. */
const latelyDays = 14;
export const rackDays = 90;

/** Access that is there, if only in part. */
const isHeld = ({ state }: Assignment) => state === 'delivered' || state === 'partiallyDelivered';

export const rowPackage = (of: { accessPackage: { id: string; displayName: string } | null }): RowPackage => ({
  id: of.accessPackage?.id ?? null,
  name: of.accessPackage?.displayName || null,
});

/** Home in words and rows. `now` is Graph's, UTC ms. */
export function homeView(facts: HomeFacts, now: number, formats: Formats): HomeView {
  const { assignments, requests, drafts, tray, toDecide, complete } = facts;
  const moving = requests
    .map((request) => ({ request, words: requestWords(request, now, formats) }))
    .filter(({ words }) => words.isOpen)
    .sort((a, b) => Date.parse(b.request.createdDateTime ?? '') - Date.parse(a.request.createdDateTime ?? ''));
  const ending = assignments
    .filter(isHeld)
    .flatMap((assignment) => {
      const { endDay, daysLeft } = endingWords(assignment, now, formats);
      if (!endDay || !assignment.endDateTime || daysLeft === null || daysLeft < 0 || daysLeft > rackDays) return [];
      return [{ key: assignment.id, of: rowPackage(assignment), endDay, daysLeft, endDateTime: assignment.endDateTime }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
  const begun = drafts.flatMap((draft) => {
    const href = wayOn(draft, assignments, complete);
    return href === null ? [] : [draftRow(draft, href, now, formats)];
  });
  if (tray) begun.push(trayRow(tray, now, formats));
  const decisions = toDecideRows(toDecide);
  const askedAnew = new Set(moving.flatMap(({ request }) => request.accessPackage?.id ?? []));
  const asks = ending
    .filter(({ of, daysLeft }) => daysLeft <= soonDays && !(of.id && askedAnew.has(of.id)))
    .filter(({ key, endDateTime }) => !facts.acceptedEnds.has(endKey(key, endDateTime)));
  return {
    waiting: [
      ...decisions,
      ...asks.map((end) => ({ ...end, kind: 'ending' as const, href: paths.assignmentUpdate(end.key) })),
      ...begun,
      ...answeredRows(requests, assignments, now, formats),
    ],
    onItsWay: moving.map(({ request, words }) => ({
      key: request.id,
      of: rowPackage(request),
      href: paths.request(request.id),
      words,
      stands: standsAt(request),
    })),
    lately: latelyOf(requests, assignments, now, formats),
    ending,
    isDayOne: complete && assignments.length + requests.length + begun.length + decisions.length === 0,
  };
}

function draftRow(draft: Draft, href: string, now: number, formats: Formats): Waiting {
  return {
    kind: 'draft',
    key: draft.key,
    of: { id: draft.accessPackageId, name: draft.accessPackageName || null },
    href,
    when: formats.dayWhen(new Date(draft.updatedAt).toISOString(), now),
    left: questionsLeft(draft.content),
    isForOthers: draft.intent === 'together',
  };
}

/** From what the form itself noted; null where it noted nothing, or nothing needed is left. */
function questionsLeft(content: Draft['content']): QuestionsLeft | null {
  const asked = Object.entries(content?.asked ?? {});
  const open = asked.filter(([id, { needed }]) => needed && (content?.answers[id] ?? []).every((value) => value.trim() === ''));
  return open.length === 0 ? null : { left: open.length, all: asked.length };
}

function trayRow({ key, packages, isBegun, updatedAt }: WaitingTray, now: number, formats: Formats): Waiting {
  return {
    kind: 'tray',
    key,
    of: { id: null, name: null },
    href: paths.together,
    names: packages.map(({ name }) => name || null),
    isBegun,
    when: formats.dayWhen(new Date(updatedAt).toISOString(), now),
  };
}

function toDecideRows(toDecide: HomeFacts['toDecide']): Waiting[] {
  if (!toDecide || toDecide.count === 0) return [];
  return [{ kind: 'toDecide', key: 'toDecide', of: { id: null, name: null }, href: paths.approvals, ...toDecide }];
}

/** Where a draft goes on; null for the change of an access that is no longer held, for it leads nowhere. */
function wayOn(draft: Draft, assignments: readonly Assignment[], complete: boolean): string | null {
  if (draft.intent === 'userAdd') return paths.requestForm(draft.accessPackageId, draft.content?.policyId ?? undefined);
  if (draft.intent === 'together') return paths.forOthers(draft.accessPackageId);
  if (draft.assignmentId === null) return null;
  const known = assignments.find(({ id }) => id === draft.assignmentId);
  if (known ? isHeld(known) : !complete) return paths.assignmentUpdate(draft.assignmentId);
  return null;
}

/** Denied, failed or partly set up lately, and neither asked for again nor held since. The newest one of a package speaks. */
function answeredRows(
  requests: readonly AssignmentRequest[],
  assignments: readonly Assignment[],
  now: number,
  formats: Formats,
): Waiting[] {
  const moment = ({ completedDateTime, createdDateTime }: AssignmentRequest) => Date.parse(completedDateTime ?? createdDateTime ?? '');
  const newestOf = new Map<string, AssignmentRequest>();
  for (const request of requests) {
    const of = request.accessPackage?.id ?? request.id;
    const known = newestOf.get(of);
    if (!known || Date.parse(request.createdDateTime ?? '') > Date.parse(known.createdDateTime ?? '')) newestOf.set(of, request);
  }
  const held = new Set(
    assignments.flatMap(({ state, accessPackage }) => (state === 'delivered' && accessPackage ? [accessPackage.id] : [])),
  );
  const order = ['partiallyDelivered', 'deliveryFailed', 'denied'];
  return [...newestOf.values()]
    .filter(({ state }) => order.includes(state))
    .filter((request) => now - moment(request) <= latelyDays * day)
    .filter(({ state, accessPackage }) => state === 'partiallyDelivered' || !accessPackage || !held.has(accessPackage.id))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || moment(b) - moment(a))
    .map((request) => ({
      kind: 'answered',
      key: request.id,
      of: rowPackage(request),
      href: paths.request(request.id),
      words: requestWords(request, now, formats),
    }));
}
