'use client';

import { useMemo, useState } from 'react';
import type { AssignmentPolicy } from '@/lib/entitlement/administration';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { RequestFormValues } from '@/lib/entitlement/request-form';
import type { PortalError } from '@/lib/portal-error';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import type { ChosenPerson } from '@/components/people/people-field';
import { useAction } from '@/components/shell/use-action';
import { assignAction } from './actions';
import { keepAsking } from './keep-asking';
import type { ChosenPackage } from './package-field';
import { useFollow } from './use-follow';

/** What became of assigning one person. */
export interface SentAssignment {
  key: string;
  person: ChosenPerson;
  packageName: string;
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

  const assign = async ({ people, accessPackage, policy, values, timeZone }: Assigning): Promise<ChosenPerson[]> => {
    setPending(true);
    const left: ChosenPerson[] = [];
    for (const person of people) {
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
        left.push(person);
        continue;
      }
      if (result.value.state === 'sent') keys.delete(intent);
      if (result.value.state === 'sending')
        void keepAsking(
          () => run(input),
          (outcome) => {
            if (outcome.state === 'sent' && keys.get(intent) === key) keys.delete(intent);
            setEntries((before) => before.map((other) => (other.key === key ? { ...other, outcome } : other)));
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
