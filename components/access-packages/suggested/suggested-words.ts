import type { SuggestionReason } from '@/lib/entitlement/suggestions';

/** One reason as a message of `suggestions` takes it. `names`: those to be joined, as far as told; `others`: how many more there are. */
export type ReasonWords =
  | { key: 'named'; count: number; names: string[]; others: number }
  | { key: 'people'; count: number }
  | { key: 'past'; day: string }
  | { key: 'pastSometime' };

/** So many names at most: one line. */
const MOST_NAMES = 2;

/** A reason in words; nothing that Graph did not tell. `day`: an instant in the reader's words. */
export function reasonWords(reason: SuggestionReason, day: (instant: string) => string): ReasonWords {
  if (reason.kind === 'past') return reason.lastDateTime ? { key: 'past', day: day(reason.lastDateTime) } : { key: 'pastSometime' };
  if (reason.names.length === 0) return { key: 'people', count: reason.count };
  const names = reason.names.slice(0, MOST_NAMES);
  return { key: 'named', count: reason.count, names, others: reason.count - names.length };
}
