import type { Decision } from '@/lib/entitlement/approvals';
import type { DecisionState } from '@/lib/submissions/decide-command';
import type { Note } from './notes';
import type { Mark } from './outgoing';

/** What GET of decisions answers, by `request/stage`; null where it was not sent and nobody will send it. */
export type States = Readonly<Record<string, { state: DecisionState; decision: Decision | null } | null>>;

/** What a note comes to. */
export interface NoteReading {
  /** Not sent. */
  missing: string[];
  /** Not sent yet: the server waits until it may. */
  waiting: string[];
  marks: Map<string, Mark>;
  /** It may still turn out otherwise. */
  isOpen: boolean;
  /** A decision of this page has turned out to be taken. */
  isNews: boolean;
}

/** `isOfNow`: whether this page has sent it itself and waits to hear of it; such a row shows by itself that it was not sent. */
export function readNote({ stages, decision }: Note, states: States, isOfNow: (stage: string) => boolean): NoteReading {
  const reading: NoteReading = { missing: [], waiting: [], marks: new Map(), isOpen: false, isNews: false };
  for (const stage of stages) {
    const found = states[stage] ?? null;
    if (found === null && isOfNow(stage)) reading.marks.set(stage, { kind: 'error', decision, error: { kind: 'unavailable' } });
    else if (found === null) reading.missing.push(stage);
    else if (found.state === 'ready') reading.waiting.push(stage);
    else {
      const kind = found.state === 'sending' ? 'looking' : found.state;
      reading.marks.set(stage, { kind, decision: found.decision ?? decision });
      if (kind === 'sent' && isOfNow(stage)) reading.isNews = true;
    }
    if (found?.state === 'ready' || found?.state === 'sending') reading.isOpen = true;
  }
  return reading;
}
