'use client';

import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { ApprovalRow } from './approval-row';

interface Selection {
  /** By request id, in the order chosen. */
  selected: ReadonlyMap<string, ApprovalRow>;
  /** Adds or removes one. */
  toggle: (row: ApprovalRow) => void;
  /** Adds these, as many as fit, or removes them. */
  set: (rows: readonly ApprovalRow[], on: boolean) => void;
  clear: () => void;
}

/** Nobody reviews more at once; what is sent while the page is left must fit (see decideTogetherInput). */
export const MOST_SELECTED = 200;

const Context = createContext<Selection | null>(null);

/** What is chosen in the list; stays while requests are opened beside it. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [selected, setSelected] = useState<ReadonlyMap<string, ApprovalRow>>(new Map());
  const value = useMemo<Selection>(() => {
    const change = (rows: readonly ApprovalRow[], on: (before: ReadonlyMap<string, ApprovalRow>) => boolean) =>
      setSelected((before) => {
        const after = new Map(before);
        const isOn = on(before);
        for (const row of rows) {
          if (!isOn) after.delete(row.id);
          else if (after.size < MOST_SELECTED) after.set(row.id, row);
        }
        return after;
      });
    return {
      selected,
      toggle: (row) => change([row], (before) => !before.has(row.id)),
      set: (rows, on) => change(rows, () => on),
      clear: () => setSelected(new Map()),
    };
  }, [selected]);
  return <Context value={value}>{children}</Context>;
}

export function useSelection(): Selection {
  const selection = use(Context);
  if (!selection) throw new Error('useSelection needs SelectionProvider');
  return selection;
}
