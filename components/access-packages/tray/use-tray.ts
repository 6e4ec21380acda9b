'use client';

import { useCallback, useState } from 'react';
import { useViewer } from '@/components/shell/viewer-context';
import { adoptTray, knownTray, tellTray, type InTray } from '@/components/form/tray-memory';

export interface Tray {
  chosen: readonly InTray[];
  /** What came of the last press: `chosen`, `failed` (not kept, and undone) or `full` (no more fit); null before any. */
  said: 'chosen' | 'failed' | 'full' | null;
  /** All was given up: what its page held, and whom it was for, is forgotten. */
  wasEmptied: boolean;
  toggle: (row: InTray) => void;
  clear: () => void;
}

/** The packages chosen on the list. `first`: what the server had when the page was made. */
export function useTray(first: readonly InTray[]): Tray {
  const { oid } = useViewer();
  const [chosen, setChosen] = useState(() => knownTray(oid) ?? first);
  const [said, setSaid] = useState<Tray['said']>(null);
  const [wasEmptied, setEmptied] = useState(false);
  const change = useCallback(
    async (next: readonly InTray[], told: Parameters<typeof tellTray>[1], before: readonly InTray[]) => {
      setChosen(next);
      adoptTray(oid, next);
      const answer = await tellTray(oid, told);
      if (!answer.ok) adoptTray(oid, before);
      setSaid(!answer.ok ? 'failed' : answer.value.length < next.length ? 'full' : 'chosen');
      setChosen(answer.ok ? answer.value : before);
    },
    [oid],
  );
  const toggle = useCallback(
    ({ id, name }: InTray) => {
      const isIn = chosen.some((each) => each.id === id);
      if (isIn)
        void change(
          chosen.filter((each) => each.id !== id),
          { leave: [id], keepPage: true },
          chosen,
        );
      else void change([...chosen, { id, name }], { choose: { id, name } }, chosen);
    },
    [chosen, change],
  );
  const clear = useCallback(() => {
    setEmptied(true);
    void change([], { leave: chosen.map(({ id }) => id) }, chosen);
  }, [chosen, change]);
  return { chosen, said, wasEmptied, toggle, clear };
}
