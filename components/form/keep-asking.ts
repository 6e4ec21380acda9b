import type { Result } from '@/lib/portal-error';
import type { SubmissionOutcome } from '@/lib/submissions/submit';

/** When one asks again what became of a write whose answer was lost: the server looks it up after 2, 10 and 30 s (ms between). */
const DELAYS = [3_000, 8_000, 20_000, 15_000];

/** And afterwards, for as long as it could not be looked up (ms), up to half an hour. */
const LATER = 60_000;
const MOST_LATER = 30;

/**
 * Asks with the same key until a lost answer has been looked up. The same key never sends twice: it answers the first outcome, or null
 * for what was never sent. `tell` hears each new outcome; the last one may still be `sending` where the service could not be asked.
 */
export async function keepAsking<Outcome extends SubmissionOutcome | null>(
  ask: () => Promise<Result<Outcome>>,
  tell: (outcome: Outcome) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const delay of [...DELAYS, ...Array<number>(MOST_LATER).fill(LATER)]) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (signal?.aborted) return;
    const result = await ask();
    if (signal?.aborted) return;
    if (!result.ok) continue;
    tell(result.value);
    if (result.value?.state !== 'sending') return;
  }
}
