'use client';

import type { ComponentProps, MouseEvent } from 'react';
import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { openPalette } from './palette-call';

/** Opens the command palette; without script, and to open in another tab, it leads to Available. */
export function FindLink(props: Omit<ComponentProps<typeof Link>, 'href' | 'onClick'>) {
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (openPalette()) event.preventDefault();
  };
  return <Link {...props} href={paths.accessPackages} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={press} />;
}
