import type { PortalError, Result } from '@/lib/portal-error';
import type { First } from '../read-stages';
import { subjectOf, toBody, type Came, type Mark, type Outgoing } from './outgoing';

const MOST_IN_CALL = 20;
const MOST_FAILURES = 3;
/** A lost answer is looked up after 2, 10 and 30 s: until then it is asked about. */
const LOOK_MS = 3_000;
const MOST_LOOKS = 14;
const FIRST_WAIT_MS = 1_000;

export interface Sending {
  /** POST of decisions. */
  post: (body: unknown) => Promise<Result<Came>>;
  /** These go out now. */
  posting: (items: readonly Outgoing[]) => void;
  mark: (item: Outgoing, mark: Mark) => void;
  sleep: (ms: number) => Promise<void>;
  /** Several: a row that the service did not take yet waits as long as asked and goes on by itself. One alone comes back to its person. */
  isMany: () => boolean;
  /** The page is being left: somebody else has taken over. */
  isOver: () => boolean;
}

/** Only the person can help: sign-in or step-up, then the rest. */
export interface Interrupted {
  error: PortalError;
  rest: Outgoing[];
}

/**
 * Sends decisions, 20 a call, until each has an honest end. A call whose own answer is lost is made again: what is decided is known by its
 * stage, so nothing is sent to Graph twice. What may have been taken is never told as not sent.
 */
export async function sendAll(items: readonly Outgoing[], sending: Sending): Promise<Interrupted | null> {
  const { post, posting, mark, sleep, isMany, isOver } = sending;
  const looks = new Map<string, number>();
  // Their call went out and its answer did not come: they may be decided.
  const doubtful = new Set<string>();
  const fail = (item: Outgoing, error: PortalError, first?: First) =>
    mark(
      item,
      doubtful.has(subjectOf(item))
        ? { kind: 'looking', decision: item.decision }
        : { kind: 'error', decision: item.decision, error, ...(first ? { first } : {}) },
    );
  let failures = 0;
  let throttles = 0;
  for (let waiting = [...items]; waiting.length > 0 && !isOver();) {
    const sent = waiting.slice(0, MOST_IN_CALL);
    const later = waiting.slice(MOST_IN_CALL);
    posting(sent);
    const answer = await post(toBody(sent, false));
    // "Once more" is one press: it is never said a second time by the machine.
    const some = sent.map(withoutAgain);
    waiting = [...some, ...later];
    if (!answer.ok) {
      const { error } = answer;
      if (needsPerson(error)) return { error, rest: waiting };
      if (mayBeLost(error)) for (const item of some) doubtful.add(subjectOf(item));
      if (mayBeLost(error) && failures++ < MOST_FAILURES) await sleep(FIRST_WAIT_MS * failures);
      else if (error.kind === 'throttled' && isMany()) await sleep(backOff(throttles++));
      else {
        for (const item of waiting) fail(item, error);
        return null;
      }
      continue;
    }
    failures = 0;
    const back: Outgoing[] = [];
    let wait = 0;
    let interrupted: PortalError | null = null;
    for (const item of some) {
      const row = answer.value.rows.find((each) => subjectOf(each) === subjectOf(item));
      if (row && 'state' in row) {
        const looked = looks.get(subjectOf(item)) ?? 0;
        looks.set(subjectOf(item), looked + 1);
        if (row.state === 'sending') doubtful.add(subjectOf(item));
        if (row.state === 'sending' && looked < MOST_LOOKS) back.push(item);
        mark(item, {
          kind: row.state === 'sending' ? 'looking' : row.state,
          decision: row.state === 'sent' ? row.decision : item.decision,
        });
        continue;
      }
      const error = row?.error ?? { kind: 'unexpected' as const };
      // Every other refusal says that it was not taken.
      if (!mayBeLost(error)) doubtful.delete(subjectOf(item));
      if (needsPerson(error)) interrupted = error;
      if (needsPerson(error) || (error.kind === 'throttled' && isMany())) back.push(item);
      if (error.kind === 'throttled' && isMany()) {
        // The stated time may be over already: there is a pause between two calls even so.
        if (wait === 0) wait = backOff(throttles++);
        wait = Math.max(wait, (error.retryAt ?? 0) - answer.value.now);
        mark(item, { kind: 'sending', decision: item.decision, until: error.retryAt });
      } else if (!needsPerson(error)) fail(item, error, row?.first);
    }
    if (interrupted) return { error: interrupted, rest: [...back, ...later] };
    waiting = [...later, ...back];
    if (wait > 0) await sleep(wait);
    else if (later.length === 0 && back.length > 0) await sleep(LOOK_MS);
  }
  return null;
}

/** The same decision without the wish to send it once more after a lost answer. */
export function withoutAgain(item: Outgoing): Outgoing {
  const { sendAgain, ...once } = item;
  return sendAgain === undefined ? item : once;
}

function needsPerson(error: PortalError): boolean {
  return error.kind === 'signedOut' || error.kind === 'stepUp';
}

function mayBeLost(error: PortalError): boolean {
  return error.kind === 'unavailable' || error.kind === 'unexpected';
}

function backOff(round: number): number {
  return FIRST_WAIT_MS * 2 ** Math.min(round, 5) * (1 + Math.random() / 2);
}
