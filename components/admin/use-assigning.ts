'use client';

import { useEffect, useMemo, useState } from 'react';
import type { AssignmentPolicy } from '@/lib/entitlement/administration';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { RequestFormValues } from '@/lib/entitlement/request-form';
import { paths } from '@/lib/paths';
import type { PortalError, Result } from '@/lib/portal-error';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import type { ChosenPerson } from '@/components/people/people-field';
import { api } from '@/components/shell/api';
import { useAction } from '@/components/shell/use-action';
import { assignAction } from './actions';
import { keepAsking } from '@/components/form/keep-asking';
import type { ChosenPackage } from './package-field';
import { rememberSent } from './sent-memory';
import { useFollow, type FollowAnswer } from './use-follow';
import { useRestoredSent } from './use-restored-sent';

/** What became of assigning one person. */
export interface SentAssignment {
  key: string;
  /** Null for what was sent before the page was left: then the request tells whom and what. */
  person: ChosenPerson | null;
  packageName: string | null;
  /** Null with an error, or where the service says that it was never sent. */
  outcome: SubmissionOutcome | null;
  error: PortalError | null;
  request: AssignmentRequest | null;
  stale: boolean;
  lookedAt: string | null;
}

interface Assigning {
  people: readonly ChosenPerson[];
  accessPackage: ChosenPackage;
  policy: AssignmentPolicy;
  values: RequestFormValues;
  timeZone: string;
}

/** Who was not taken and stays in the form, and why the last of them was not. */
interface Left {
  people: ChosenPerson[];
  error: PortalError | null;
}

type Entry = Omit<SentAssignment, 'request' | 'stale' | 'lookedAt'>;

/**
 * Sends one adminAdd for each person, one after another, each with its own key and its own honest result. The key of a person and
 * package stays the same until it was taken, so that pressing again after a lost answer is the same write.
 */
export function useAssigning() {
  const { run } = useAction(assignAction);
  const [pending, setPending] = useState(false);
  const [entries, setEntries] = useState<Entry[]>([]);
  const [keys] = useState(() => new Map<string, string>());
  const ids = useMemo(() => entries.flatMap(({ outcome }) => (outcome?.state === 'sent' ? [outcome.requestId] : [])), [entries]);
  const look = useFollow(ids);
  const { add } = look;
  const heard = (key: string, outcome: SubmissionOutcome | null) =>
    setEntries((before) => before.map((other) => (other.key === key ? { ...other, outcome } : other)));

  useRestoredSent((restored, at, signal) => {
    add(
      restored.flatMap(({ request }) => (request ? [request] : [])),
      at,
    );
    setEntries((before) => {
      const known = new Set(before.map(({ key }) => key));
      const earlier = restored.filter(({ key }) => !known.has(key));
      return [...before, ...earlier.map(({ key, outcome }) => ({ key, person: null, packageName: null, outcome, error: null }))];
    });
    for (const { key, outcome } of restored)
      if (outcome?.state === 'sending')
        void keepAsking(
          () => outcomeOf(key),
          (next) => heard(key, next),
          signal,
        );
  });
  useEffect(() => {
    const sent = entries.flatMap(({ key, outcome }) =>
      outcome ? [{ key, requestId: outcome.state === 'sent' ? outcome.requestId : null }] : [],
    );
    if (entries.length > 0) rememberSent(sent);
  }, [entries]);

  const assign = async ({ people, accessPackage, policy, values, timeZone }: Assigning): Promise<Left> => {
    setPending(true);
    const left: Left = { people: [], error: null };
    for (const [at, person] of people.entries()) {
      const intent = `${person.objectId ?? person.email.toLowerCase()} ${accessPackage.id}`;
      const key = keys.get(intent) ?? crypto.randomUUID();
      keys.set(intent, key);
      // Pressed again after `unknown`: looked up once more, then sent, since that is what the person wants.
      const sendAgain = entries.some((entry) => entry.key === key && entry.outcome?.state === 'unknown');
      const input = {
        key,
        target: person.objectId ? { objectId: person.objectId } : { email: person.email },
        accessPackageId: accessPackage.id,
        accessPackageName: accessPackage.name,
        policyId: policy.id,
        ...values,
        timeZone,
      };
      const result = await run({ ...input, sendAgain });
      const entry: Entry = {
        key,
        person,
        packageName: accessPackage.name,
        outcome: result.ok ? result.value : null,
        error: result.ok ? null : result.error,
      };
      setEntries((before) => [entry, ...before.filter((other) => other.key !== key)]);
      if (!result.ok) {
        left.error = result.error;
        // Asked to wait: whoever comes after stays in the form too, untried.
        left.people.push(...(result.error.kind === 'throttled' ? people.slice(at) : [person]));
        if (result.error.kind === 'throttled') break;
        continue;
      }
      if (result.value.state === 'sent') keys.delete(intent);
      if (result.value.state === 'sending')
        void keepAsking(
          () => run(input),
          (outcome) => {
            if (outcome.state === 'sent' && keys.get(intent) === key) keys.delete(intent);
            heard(key, outcome);
          },
        );
    }
    setPending(false);
    return left;
  };

  const sent: SentAssignment[] = entries.map((entry) => ({
    ...entry,
    request: entry.outcome?.state === 'sent' ? (look.requests[entry.outcome.requestId] ?? null) : null,
    stale: look.stale,
    lookedAt: look.lookedAt,
  }));
  return { assign, pending, sent };
}

/** What became of an earlier write of this tab, by its key; null when it was never sent. */
async function outcomeOf(key: string): Promise<Result<SubmissionOutcome | null>> {
  const answer = await api<FollowAnswer>(`${paths.api.adminFollow}?${new URLSearchParams({ key })}`);
  return answer.ok ? { ok: true, value: answer.value.outcomes[key] ?? null } : answer;
}
