'use client';

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation';
import { useCallback, useState } from 'react';
import type { Result } from '@/lib/portal-error';
import { beginInteraction } from './identity/interaction';
import { adoptNewTag, renewSilently } from './identity/renewal';
import { useViewer } from './viewer-context';
import { currentIdentity } from './identity/current';

type Action<T> = (tag: string, input: unknown) => Promise<Result<T>>;

/**
 * Runs a server action for the person of this page. A session that ended is renewed silently and the action repeated once (it was not
 * taken); where only the person can help, what is open is saved, the sign-in page runs, and the form named `resume` may send once on return
 * (`useResume`). Everything else comes back as an error to show. A lost answer is `unknownOutcome`: never repeated here.
 */
export function useAction<T>(
  action: Action<T>,
  options: { resume?: string } = {},
): { run: (input: unknown) => Promise<Result<T>>; pending: boolean } {
  const { tag } = useViewer();
  const { resume } = options;
  const [pending, setPending] = useState(false);
  const run = useCallback(
    async (input: unknown) => {
      setPending(true);
      try {
        return await perform(action, tag, input, resume);
      } finally {
        setPending(false);
      }
    },
    [action, tag, resume],
  );
  return { run, pending };
}

async function perform<T>(action: Action<T>, pageTag: string, input: unknown, resume: string | undefined): Promise<Result<T>> {
  const first = await attempt(action, currentIdentity()?.tag ?? pageTag, input);
  if (first.ok) return first;
  const { error } = first;
  if (error.kind === 'stepUp') return beginInteraction({ kind: 'stepUp', claims: error.claims }, resume);
  if (error.kind === 'otherViewer') return (await adoptNewTag()) ? attempt(action, currentIdentity()?.tag ?? pageTag, input) : first;
  if (error.kind !== 'signedOut') return first;
  const renewed = await renewSilently();
  if (renewed === 'renewed') return attempt(action, currentIdentity()?.tag ?? pageTag, input);
  if (renewed === 'interaction') return beginInteraction({ kind: 'signIn' }, resume);
  return { ok: false, error: renewed === 'unavailable' ? { kind: 'unavailable' } : { kind: 'otherViewer', name: renewed.otherViewer } };
}

async function attempt<T>(action: Action<T>, tag: string, input: unknown): Promise<Result<T>> {
  try {
    return await action(tag, input);
  } catch (error) {
    // A new version of the portal does not know this action: nothing ran. Any other break may have happened after it ran.
    return { ok: false, error: isUnrecognizedAction(error) ? { kind: 'conflict' } : { kind: 'unknownOutcome' } };
  }
}
