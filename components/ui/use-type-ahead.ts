'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { ComboboxItem } from './combobox';

export type TypeAhead<Item> = { items: Item[]; state: 'idle' | 'loading' | 'failed' };

/** Loads the items of what is typed, 150 ms after the last key; an older answer never replaces a newer one. */
export function useTypeAhead<Item extends ComboboxItem>(
  text: string,
  enabled: boolean,
  load: (text: string, signal: AbortSignal) => Promise<Item[]>,
): TypeAhead<Item> {
  const [found, setFound] = useState<TypeAhead<Item>>({ items: [], state: 'idle' });
  // The owner may hand over a new function with each drawing: what is typed asks, not the drawing.
  const ask = useEffectEvent(load);
  useEffect(() => {
    if (!enabled) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setFound((before) => ({ ...before, state: 'loading' }));
      try {
        const items = await ask(text, stop.signal);
        if (!stop.signal.aborted) setFound({ items, state: 'idle' });
      } catch {
        if (!stop.signal.aborted) setFound({ items: [], state: 'failed' });
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, enabled]);
  return found;
}
