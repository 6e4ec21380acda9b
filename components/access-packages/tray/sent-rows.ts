import { currentIdentity } from '@/components/shell/identity/current';
import type { PortalError } from '@/lib/portal-error';
import { pairId, type ForWhom } from './pairs';

/** What became of one request. */
export type Sent =
  | { kind: 'sent'; requestId: string }
  /** Its answer was lost; it is being looked for. */
  | { kind: 'looking' | 'unknown' }
  | { kind: 'error'; error: PortalError };

export interface SentRow {
  packageId: string;
  name: string;
  person: Pick<ForWhom, 'objectId' | 'displayName'>;
  sent: Sent;
  /** Not taken, and given up. */
  isLeft?: true;
}

/** Which pair a row is about. */
export function rowId({ packageId, person }: Pick<SentRow, 'packageId' | 'person'>): string {
  return pairId(packageId, person.objectId);
}

/** Replaces the row of the same pair, or adds it: a row keeps its place. */
export function withRow(rows: readonly SentRow[], row: SentRow): SentRow[] {
  const at = rows.findIndex((other) => rowId(other) === rowId(row));
  return at < 0 ? [...rows, row] : rows.with(at, row);
}

/** Pairs that are not sent any more: taken, perhaps taken, or given up. */
export function overIds(rows: readonly SentRow[]): Set<string> {
  return new Set(rows.filter(({ sent, isLeft }) => sent.kind !== 'error' || isLeft).map(rowId));
}

/** Pairs that have an end: taken, or given up. */
export function doneIds(rows: readonly SentRow[]): Set<string> {
  return new Set(rows.filter(({ sent, isLeft }) => sent.kind === 'sent' || isLeft).map(rowId));
}

/** Whether the answer to a request for this package is still looked for, or was not found. */
export function isLooked(rows: readonly SentRow[], packageId: string): boolean {
  return rows.some((row) => row.packageId === packageId && (row.sent.kind === 'looking' || row.sent.kind === 'unknown'));
}

const place = (draftKey: string) => `latchkey.together ${currentIdentity()?.oid ?? ''} ${draftKey}`;

/** What was sent stays on the page over a sign-in or a reload in the middle, in this tab. */
export function keepSent(draftKey: string, rows: readonly SentRow[]): void {
  try {
    const sent = rows.filter((row) => row.sent.kind === 'sent');
    if (sent.length > 0) sessionStorage.setItem(place(draftKey), JSON.stringify(sent));
  } catch {
    // A browser may refuse its storage: then the list ends with the page.
  }
}

export function keptSent(draftKey: string): SentRow[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(draftKey)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSent) : [];
  } catch {
    return [];
  }
}

function isSent(value: unknown): value is SentRow {
  if (typeof value !== 'object' || value === null || !('packageId' in value) || !('person' in value) || !('sent' in value)) return false;
  const { person, sent } = value;
  if (typeof person !== 'object' || person === null || !('objectId' in person)) return false;
  return typeof sent === 'object' && sent !== null && 'requestId' in sent && typeof sent.requestId === 'string';
}
