import type { Decision } from '@/lib/entitlement/approvals';
import type { PortalError } from '@/lib/portal-error';
import { stageSubject } from '@/lib/submissions/stage-subject';
import type { DecidedRow, First } from '../read-stages';

/** One decision on its way, with what the record keeps of its request. */
export interface Outgoing {
  requestId: string;
  stageId: string;
  decision: Decision;
  justification: string;
  accessPackageId: string | null;
  accessPackageName: string | null;
  targetId: string | null;
  targetName: string | null;
  assignmentId: string | null;
  /** The person saw that its answer was lost and wants it sent once more. */
  sendAgain?: boolean;
}

/** How a decision stands, in this page. */
export type Mark =
  /** May still be undone. */
  | { kind: 'waiting'; decision: Decision }
  /** On its way; `until` where the service asked to wait, UTC ms on Graph's clock. */
  | { kind: 'sending'; decision: Decision; until?: number | null }
  /** `decision` is the one that was taken, by this press or an earlier one. */
  | { kind: 'sent'; decision: Decision }
  /** Its answer was lost: being looked up, or not found. */
  | { kind: 'looking' | 'unknown'; decision: Decision }
  | { kind: 'error'; decision: Decision; error: PortalError; first?: First };

/** What POST of decisions answers; `now`: Graph's. */
export interface Came {
  rows: DecidedRow[];
  now: number;
}

export const subjectOf = ({ requestId, stageId }: Pick<Outgoing, 'requestId' | 'stageId'>) => stageSubject(requestId, stageId);

/** The body that POST of decisions takes: words and packages said once, so that many fit. `isLeft`: nobody waits for the answer. */
export function toBody(items: readonly Outgoing[], isLeft: boolean): unknown {
  const words = [...new Set(items.map(({ justification }) => justification))];
  const packageIds = [...new Set(items.map(({ accessPackageId }) => accessPackageId))].filter((id) => id !== null);
  const nameOf = (id: string) => items.find(({ accessPackageId }) => accessPackageId === id)?.accessPackageName ?? null;
  return {
    words,
    packages: packageIds.map((id) => ({ accessPackageId: id, accessPackageName: nameOf(id) })),
    rows: items.map(({ requestId, stageId, decision, justification, accessPackageId, targetId, targetName, assignmentId, sendAgain }) => ({
      ...{ requestId, stageId, decision, targetId, targetName, assignmentId },
      ...(sendAgain ? { sendAgain } : {}),
      words: words.indexOf(justification),
      package: accessPackageId === null ? null : packageIds.indexOf(accessPackageId),
    })),
    ...(isLeft ? { isLeft } : {}),
  };
}

const OVER: readonly PortalError['kind'][] = ['conflict', 'notFound', 'refused', 'invalid', 'forbidden'];

/** Not decided by this, for good: somebody was first, gone, refused. */
export function isOver(error: PortalError): boolean {
  return OVER.includes(error.kind);
}

/** How many of these, from the first on, fit into the body of one call of so many bytes. */
export function fitting(items: readonly Outgoing[], bytes: number): number {
  const sizeOf = (count: number) => new Blob([JSON.stringify(toBody(items.slice(0, count), true))]).size;
  let fits = 0;
  for (let step = items.length; step > 0; step = Math.floor(step / 2)) {
    while (fits + step <= items.length && sizeOf(fits + step) <= bytes) fits += step;
  }
  return fits;
}
