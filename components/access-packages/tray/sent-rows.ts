import { currentIdentity } from '@/components/shell/identity/current';
import type { PortalError } from '@/lib/portal-error';

/** What became of one package's request. */
export type Sent =
  | { kind: 'sent'; requestId: string }
  /** Its answer was lost; it is being looked for. */
  | { kind: 'looking' | 'unknown' }
  | { kind: 'error'; error: PortalError };

export interface SentRow {
  packageId: string;
  name: string;
  sent: Sent;
}

/** Replaces the row of the same package, or adds it: a row keeps its place. */
export function withRow(rows: readonly SentRow[], row: SentRow): SentRow[] {
  const at = rows.findIndex(({ packageId }) => packageId === row.packageId);
  return at < 0 ? [...rows, row] : rows.with(at, row);
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
  if (typeof value !== 'object' || value === null || !('packageId' in value) || !('name' in value) || !('sent' in value)) return false;
  const { sent } = value;
  return typeof sent === 'object' && sent !== null && 'requestId' in sent && typeof sent.requestId === 'string';
}
