'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Decision } from '@/lib/entitlement/approvals';
import { paths } from '@/lib/paths';
import type { ApprovalRow } from './approval-row';
import { useOutbox } from './outbox/outbox';
import { useSelection } from './selection';
import { useKeys } from './use-keys';

/** A and D, where something can be decided. */
export function useDecideKeys(press: (decision: Decision) => void): void {
  useKeys({ a: () => press('Approve'), d: () => press('Deny') });
}

/** The list's keys: J and K go through the shown rows, X selects the open one, Enter goes to it, Escape clears, Z undoes, ? explains. */
export function useDeskKeys(shown: readonly ApprovalRow[]): { isHelpOpen: boolean; closeHelp: () => void } {
  const router = useRouter();
  const pathname = usePathname();
  const { undo } = useOutbox();
  const { selected, toggle, clear } = useSelection();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const at = shown.findIndex(({ id }) => pathname === paths.approval(id));
  const go = (index: number) => {
    const row = shown[index];
    if (row) router.push(paths.approval(row.id));
  };
  const here = shown[at];
  useKeys({
    j: () => go(at + 1),
    k: () => go(at < 0 ? shown.length - 1 : at - 1),
    x: () => here && toggle(here),
    Enter: () => (at < 0 ? go(0) : document.getElementById('approval')?.focus()),
    Escape: () => (selected.size > 0 ? clear() : false),
    z: () => undo(),
    '?': () => setHelpOpen(true),
  });
  return { isHelpOpen, closeHelp: () => setHelpOpen(false) };
}
