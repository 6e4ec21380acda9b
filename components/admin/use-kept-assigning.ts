'use client';

import { useLeaveGuard } from '@/components/shell/leave-guard';
import { useResume } from '@/components/shell/use-resume';
import type { KeptAssigning } from './kept-assigning';

const NAME = 'assign';

/**
 * What was typed survives a sign-in, step-up or consent that comes between: kept in this tab alone, for the same person on the same page.
 * Nothing is sent by itself afterwards.
 */
export function useKeptAssigning(typed: () => KeptAssigning, restore: (kept: KeptAssigning) => void): void {
  useLeaveGuard(() => true, { name: NAME, snapshot: () => JSON.stringify(typed()) });
  useResume(NAME, async ({ text: kept }) => {
    // Only whoever comes back pays for the schema.
    const { keptAssigning } = await import('./kept-assigning');
    const found = keptAssigning(kept);
    if (found) restore(found);
  });
}
