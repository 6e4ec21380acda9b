'use client';

import { useRouter } from 'next/navigation';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { onPalette } from '@/components/shell/palette-call';
import { paths } from '@/lib/paths';
import type { PaletteProps } from './palette';

const load = () => import('./palette');

/** Where the command palette opens. Its code comes with the first opening; what is typed until then is not lost. */
export function PaletteDoor({ administers }: { administers: boolean }) {
  const router = useRouter();
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [state, setState] = useState<'closed' | 'coming' | 'open'>('closed');
  const early = useRef('');
  useEffect(
    () =>
      onPalette(() => {
        early.current = '';
        setState((was) => (was === 'closed' ? 'coming' : was));
        load().then(
          (loaded) => {
            setPalette(() => loaded.default);
            setState('open');
          },
          () => {
            setState('closed');
            router.push(paths.accessPackages);
          },
        );
      }),
    [router],
  );
  useEffect(() => {
    if (state !== 'coming') return;
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') setState('closed');
      else if (event.key === 'Backspace') early.current = early.current.slice(0, -1);
      else if (event.key.length === 1) early.current += event.key;
    };
    window.addEventListener('keydown', keep, { capture: true });
    return () => window.removeEventListener('keydown', keep, { capture: true });
  }, [state]);
  if (state !== 'open' || !Palette) return null;
  return <Palette administers={administers} early={early} onClose={() => setState('closed')} />;
}
