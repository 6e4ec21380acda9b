import type { Result } from '@/lib/portal-error';
import type { SubmissionOutcome } from '@/lib/submissions/submit';

/** When one asks again what became of a write whose answer was lost: the server looks it up after 2, 10 and 30 s (ms between). */
const DELAYS = [3_000, 8_000, 20_000, 15_000];

/**
 * Asks with the same key until a lost answer has been looked up. The same key never sends twice: it answers the first outcome.
 * `tell` hears each new outcome; the last one may still be `sending` where the service could not be asked.
 */
export async function keepAsking(ask: () => Promise<Result<SubmissionOutcome>>, tell: (outcome: SubmissionOutcome) => void): Promise<void> {
  for (const delay of DELAYS) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const result = await ask();
    if (!result.ok) continue;
    tell(result.value);
    if (result.value.state !== 'sending') return;
  }
}
