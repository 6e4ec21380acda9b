import type { Decision } from '@/lib/entitlement/approvals';
import type { Result } from '@/lib/portal-error';
import type { Noted } from './note-keeper';
import type { Came, Mark, Outgoing } from './outgoing';
import type { Interrupted } from './send-all';

/** What one press decided: one request or many. */
export interface Wave {
  id: string;
  decision: Decision;
  items: Outgoing[];
  /** Whose requests, in the order of the items. */
  names: string[];
  isMany: boolean;
  /** The draft whose words these are, to be emptied with them; absent where it goes with its submission. */
  draftKey?: string;
  phase: 'waiting' | 'sending';
  /** When it is sent, on the page's own clock (`performance.now`). */
  endsAt: number;
}

export interface OutboxState {
  waves: readonly Wave[];
  /** By `request/stage`. */
  marks: ReadonlyMap<string, Mark>;
  /** Somebody stands in the bar: nothing is sent meanwhile. */
  isHeld: boolean;
  lastWords: string | null;
  /** How many presses ended without a known answer: their notes are to be read. */
  unsettled: number;
}

/** What the box calls; the page gives it. */
export interface Surroundings {
  post: (body: unknown, keepalive: boolean) => Promise<Result<Came>>;
  /** `isAlive`: it is kept again as long as this page lives. */
  keepNote: (note: Noted, isAlive: boolean) => void;
  dropNote: (id: string) => void;
  /** Every row of a press has an end. */
  settled: (wave: Wave, marks: ReadonlyMap<string, Mark>) => void;
  /** The words of this draft are used up. */
  usedUp: (draftKey: string) => void;
  interrupted: (how: Interrupted) => void;
}

/** Before there is a page. */
export const NOWHERE: Surroundings = {
  post: () => Promise.resolve({ ok: false, error: { kind: 'unavailable' } }),
  keepNote: () => undefined,
  dropNote: () => undefined,
  settled: () => undefined,
  usedUp: () => undefined,
  interrupted: () => undefined,
};
