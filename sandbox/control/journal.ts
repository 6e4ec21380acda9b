import type { Tenant } from '../tenant/tenant.ts';

/** One Graph call as it came in (sandbox-control, "Journal"). */
export interface JournalEntry {
  n: number;
  /** ISO instant, real time. */
  at: string;
  durationMs: number;
  /** User principal name; null when the token was no good. */
  user: string | null;
  app: string | null;
  scopes: string[];
  method: string;
  /** Path and query as sent, from `/v1.0` on; of an inner call as its batch wrote it. */
  url: string;
  /** Lower-case names; the authorization header is left out by addCall. */
  headers: Record<string, string>;
  /** The parsed JSON body, the text when it is no JSON, null without one. */
  body: unknown;
  status: number;
  requestId: string;
  clientRequestId: string | null;
  /** `requestId` of the batch that an inner call came in. */
  batch: string | null;
  /** Kind of the fault that struck. */
  fault: string | null;
}

const KEPT = 10_000;
const SLACK = 1_000;

interface Journal {
  last: number;
  calls: JournalEntry[];
}

const journals = new WeakMap<Tenant, Journal>();

function journalOf(tenant: Tenant): Journal {
  const known = journals.get(tenant);
  if (known) return known;
  const made: Journal = { last: 0, calls: [] };
  journals.set(tenant, made);
  return made;
}

/** Writes a call down; its number is given here. */
export function addCall(tenant: Tenant, entry: Omit<JournalEntry, 'n'>): JournalEntry {
  const journal = journalOf(tenant);
  journal.last += 1;
  const headers = Object.fromEntries(Object.entries(entry.headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
  const written = { n: journal.last, ...entry, headers };
  journal.calls.push(written);
  if (journal.calls.length > KEPT + SLACK) journal.calls.splice(0, SLACK);
  return written;
}

/** The calls after number `after`, oldest first, and the number of the last one. */
export function readJournal(tenant: Tenant, after: number): { last: number; calls: JournalEntry[] } {
  const { last, calls } = journalOf(tenant);
  return { last, calls: calls.slice(-KEPT).filter((call) => call.n > after) };
}

/** Empties the journal; numbers go on. */
export function clearJournal(tenant: Tenant): void {
  journalOf(tenant).calls = [];
}
