import type { ApprovalRow } from '../approval-row';
import type { Mark, Outgoing } from '../outbox/outgoing';
import { isOver, subjectOf } from '../outbox/outgoing';
import type { StageLook } from '../read-stages';
import type { Standing } from '../standing';

/** A chosen request with the stage that is mine. */
export interface Ready {
  row: ApprovalRow;
  standing: Extract<Standing, { kind: 'open' }>;
}

/** Why a chosen request is not decided with the others. */
export type Reason = 'own' | 'notMine' | 'settled' | 'unread';

export interface Parts {
  ready: Ready[];
  leftOut: { row: ApprovalRow; reason: Reason }[];
  /** Not looked at yet. */
  open: ApprovalRow[];
}

/** Splits what was chosen: what can be decided together, what is left out and why. */
export function partsOf(rows: readonly ApprovalRow[], looks: ReadonlyMap<string, StageLook>): Parts {
  const parts: Parts = { ready: [], leftOut: [], open: [] };
  for (const row of rows) {
    const look = looks.get(row.id);
    if (row.isOwn) parts.leftOut.push({ row, reason: 'own' });
    else if (!look) parts.open.push(row);
    else if ('error' in look) parts.leftOut.push({ row, reason: 'unread' });
    else if (look.standing.kind === 'open') parts.ready.push({ row, standing: look.standing });
    else parts.leftOut.push({ row, reason: REASONS[look.standing.kind] });
  }
  return parts;
}

const REASONS: Record<Exclude<Standing['kind'], 'open'>, Reason> = {
  unread: 'unread',
  missing: 'unread',
  elsewhere: 'notMine',
  approved: 'settled',
  denied: 'settled',
  expired: 'settled',
  withdrawn: 'settled',
};

/** A row's decision as it is sent. */
export function toOutgoing({ row, standing }: Ready, decision: Outgoing['decision'], justification: string): Outgoing {
  const { accessPackage, about, id } = row;
  return {
    requestId: id,
    stageId: standing.stageId,
    decision,
    justification,
    accessPackageId: accessPackage?.id ?? null,
    accessPackageName: accessPackage?.name ?? null,
    ...about,
  };
}

export interface Tally {
  sent: number;
  /** Not decided by this, for good: somebody was first, gone, refused. */
  over: number;
  /** May be sent again, safely: their stage knows whether it was decided. */
  again: Outgoing[];
  open: number;
}

/** What came of each, counted; every row is in one of the four. */
export function tallyOf(items: readonly Outgoing[], marks: ReadonlyMap<string, Mark>): Tally {
  const tally: Tally = { sent: 0, over: 0, again: [], open: 0 };
  for (const item of items) {
    const mark = marks.get(subjectOf(item));
    // Undone, or never pressed.
    if (!mark) tally.again.push(item);
    else if (mark.kind === 'sent') tally.sent += 1;
    else if (mark.kind === 'unknown') tally.again.push({ ...item, sendAgain: true });
    else if (mark.kind === 'error' && isOver(mark.error)) tally.over += 1;
    else if (mark.kind === 'error') tally.again.push(item);
    else tally.open += 1;
  }
  return tally;
}
