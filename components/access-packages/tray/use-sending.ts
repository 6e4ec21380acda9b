'use client';

import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { keepAsking } from '@/components/form/keep-asking';
import { useAction } from '@/components/shell/use-action';
import { useViewer } from '@/components/shell/viewer-context';
import type { PortalError, Result } from '@/lib/portal-error';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { sendTogetherAction } from './actions';
import { isSame, keyFor, pairId, type Pair, type Scope } from './pairs';
import { planQuestions } from './question-plan';
import { doneIds, isLooked, withRow, type Sent, type SentRow } from './sent-rows';
import { chosenWays, type ChosenWay } from './together-package';
import { pageField } from './together-rules';
import { requestValues, type TogetherValues } from './together-values';

interface Sending {
  form: UseFormReturn<TogetherValues>;
  timeZone: string;
  /** The page's own draft, where it ends with the last request; null where the tray does. */
  page: string | null;
  /** The form's name for the sign-in that may come between. */
  name: string;
  /** What came of each so far. */
  rows: readonly SentRow[];
  setRows: (change: (before: readonly SentRow[]) => readonly SentRow[]) => void;
}

/** After these nothing else would be taken either: whoever comes later stays, untried. */
const STOPS: readonly PortalError['kind'][] = ['throttled', 'unavailable', 'signedOut', 'otherViewer', 'consentRequired'];

/** One request after another, each pair under its own key and with its own result. */
export function useSending({ form, timeZone, page, name, rows, setRows }: Sending) {
  const { oid } = useViewer();
  const { run, pending } = useAction(sendTogetherAction, { resume: name });
  // Asking what became of one sends nothing that somebody is writing, not even by way of a sign-in.
  const { run: ask } = useAction(sendTogetherAction);
  /** Which of how many is being sent. */
  const [progress, setProgress] = useState<{ at: number; of: number } | null>(null);

  const tell = ({ of, person }: Pair, sent: Sent) =>
    setRows((before) => withRow(before, { packageId: of.id, name: of.name, person, sent }));

  /** `isLast`: with it nothing of its package is left to ask for. */
  const deliver = async (pair: Pair, ways: readonly ChosenWay[], values: TogetherValues, isLast: boolean, sendAgain = false) => {
    const { of, person } = pair;
    const way = ways.find(({ packageId }) => packageId === of.id);
    if (!way) return { error: null, isSent: false };
    const plan = planQuestions(ways);
    const isMe = isSame(person.objectId, oid);
    // What is mine goes by the key of the package's own form, whoever else is chosen: one intent, one key.
    const key = isMe ? of.draftKey : keyFor(of.nonce, person.objectId);
    const { objectId, displayName, email } = person;
    const asked = {
      key,
      accessPackageId: of.id,
      accessPackageName: of.name,
      policyId: way.policy.policyId,
      timeZone,
      target: isMe ? null : { objectId, displayName, email },
      page,
      isLast,
      ...requestValues(way, objectId, plan, values),
    };
    const result: Result<SubmissionOutcome> = await run({ ...asked, sendAgain });
    tell(pair, sentOf(result));
    if (result.ok && result.value.state === 'sending')
      void keepAsking(
        () => ask(asked),
        (outcome) => tell(pair, sentOf({ ok: true, value: outcome })),
      );
    if (result.ok) return { error: null, isSent: result.value.state === 'sent' };
    if (result.error.kind === 'invalid')
      for (const [path, message] of Object.entries(result.error.fields)) {
        const field = pageField(path.split('.'), of.id, objectId, plan, values);
        if (field !== null) form.setError(field as 'justification', { type: 'server', message });
      }
    return { error: result.error, isSent: false };
  };

  /** Sends what is open. Answers what stopped it, and whether a policy asks something else by now. */
  const deliverAll = async ({ packages, pairs }: Scope, values: TogetherValues) => {
    const ways = chosenWays(packages, values.policies);
    const done = doneIds(rows);
    let isChanged = false;
    let stopped: PortalError | null = null;
    for (const [index, pair] of pairs.entries()) {
      setProgress({ at: index + 1, of: pairs.length });
      const isLast = pairs.every(
        ({ of, person }) => of.id !== pair.of.id || person === pair.person || done.has(pairId(of.id, person.objectId)),
      );
      const { error, isSent } = await deliver(pair, ways, values, isLast && !isLooked(rows, pair.of.id));
      if (isSent) done.add(pairId(pair.of.id, pair.person.objectId));
      isChanged ||= error?.kind === 'invalid';
      if (error && STOPS.includes(error.kind)) {
        stopped = error;
        break;
      }
    }
    setProgress(null);
    return { stopped, isChanged };
  };
  return { deliver, deliverAll, progress, pending };
}

function sentOf(result: Result<SubmissionOutcome>): Sent {
  if (!result.ok) return result.error.kind === 'unknownOutcome' ? { kind: 'unknown' } : { kind: 'error', error: result.error };
  const { state } = result.value;
  if (state === 'sent') return { kind: 'sent', requestId: result.value.requestId };
  return { kind: state === 'sending' ? 'looking' : 'unknown' };
}
