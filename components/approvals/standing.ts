import { openStage, type Approval, type ApprovalStage } from '@/lib/entitlement/approvals';

/** Where a request stands for this approver. `stage` counts from one. */
export type Standing =
  /** I decide it now. */
  | { kind: 'open'; stage: number; stages: number; stageId: string }
  /** It waits, but the approval could not be read: what is missing is said beside it. */
  | { kind: 'unread' }
  /** It waits for a stage that is not mine, after mine or before it. */
  | { kind: 'elsewhere'; stage: number; stages: number; last: ApprovalStage | null }
  /** Every stage agreed. */
  | { kind: 'approved'; last: ApprovalStage }
  | { kind: 'denied'; last: ApprovalStage }
  /** A stage ran out of time, or the request was cancelled meanwhile: Graph writes both so. */
  | { kind: 'expired' }
  /** My stage stands open, and yet it is not among what waits for me: cancelled, or the list lags. */
  | { kind: 'withdrawn' }
  /** Not among what waits, and its approval is not shown. */
  | { kind: 'missing' };

/** What the two readings say together. `isListed`: among what waits for me (contract §4.7). */
export function standingOf(isListed: boolean, approval: Approval | null): Standing {
  if (approval === null || approval.stages.length === 0) return { kind: isListed ? 'unread' : 'missing' };
  const { stages } = approval;
  const reviewed = stages.filter(({ status }) => status === 'completed');
  const last = reviewed.toSorted((one, other) => (one.reviewedDateTime ?? '').localeCompare(other.reviewedDateTime ?? '')).at(-1);
  const denied = stages.find(({ reviewResult }) => reviewResult === 'denied');
  if (denied) return { kind: 'denied', last: denied };
  if (stages.some(({ status }) => status === 'expired')) return { kind: 'expired' };
  const open = openStage(approval);
  const place = (stage: ApprovalStage | undefined) => ({
    stage: stages.indexOf(stage ?? (stages[0] as ApprovalStage)) + 1,
    stages: stages.length,
  });
  if (open) return isListed ? { kind: 'open', ...place(open), stageId: open.id } : { kind: 'withdrawn' };
  if (last && reviewed.length === stages.length) return { kind: 'approved', last };
  const waiting = stages.find(({ status }) => status === 'inProgress') ?? stages.find(({ status }) => status === 'initializing');
  return { kind: 'elsewhere', ...place(waiting), last: last ?? null };
}

/**
 * Whether the request's stages say by themselves that nothing is asked of me, whatever the list still says: a list may lag behind a
 * decision. My own request, when it is listed, waits for others either way.
 */
export function isSettled({ kind }: Standing, isOwn: boolean): boolean {
  return kind === 'approved' || kind === 'denied' || kind === 'expired' || (kind === 'elsewhere' && !isOwn);
}

/** Tells two standings apart: what the page shows, and what a look found. */
export function signatureOf(isListed: boolean, approval: Approval | null): string {
  return JSON.stringify([
    isListed,
    approval?.stages.map(({ id, status, reviewResult, assignedToMe }) => [id, status, reviewResult, assignedToMe]),
  ]);
}
