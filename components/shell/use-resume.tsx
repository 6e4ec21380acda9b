'use client';

import { useEffect, useEffectEvent } from 'react';
import { takeResume } from './identity/resume-note';
import { useViewer } from './viewer-context';

/** Text that a keepsake kept (null without one), and whether the form's interrupted sending may go on. */
export interface Resume {
  text: string | null;
  send: boolean;
}

/**
 * Hands a form what it was doing when the sign-in took the page away: called at most once after the return, on the same page and for the
 * same person, with the form's name as given to `useLeaveGuard` and `useAction`.
 */
export function useResume(name: string, onResume: (resume: Resume) => void): void {
  const { oid } = useViewer();
  const resume = useEffectEvent(onResume);
  useEffect(() => {
    const taken = takeResume(name, window.location.pathname + window.location.search, oid);
    if (taken) resume(taken);
  }, [name, oid]);
}
