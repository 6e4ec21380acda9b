'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { paths } from '@/lib/paths';
import { openPalette } from './palette-call';
import { keepPreference, keptPreference } from './preferences';

const cookie = 'keys';
const changed = new Set<() => void>();

/** Single letters can get in the way of speech input: a person can switch them off. */
export function setSingleKeys(on: boolean): void {
  keepPreference(cookie, on ? 'on' : 'off');
  for (const tell of changed) tell();
}

const subscribe = (tell: () => void) => {
  changed.add(tell);
  return () => {
    changed.delete(tell);
  };
};

/** Whether "/" goes to the search. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => keptPreference(cookie) !== 'off',
    () => true,
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl or ⌘ with K opens the command palette. "/" goes to the page's search (an input with `data-search`), else opens it too. Draws nothing. */
export function SearchKeys() {
  const router = useRouter();
  const singleKeys = useSingleKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const combination = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
      const slash = singleKeys && event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if ((!combination && !slash) || event.defaultPrevented) return;
      event.preventDefault();
      const field = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')].find((one) => one.checkVisibility());
      if (slash && field) field.focus();
      else if (!openPalette()) router.push(paths.accessPackages);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [router, singleKeys]);
  return null;
}

/** The key's cap, printed in the field it leads to while the key works. */
export function SearchKeyCap() {
  return useSingleKeys() ? <kbd aria-hidden="true">/</kbd> : null;
}

const never = () => () => undefined;

/** The keys that open the command palette, as this machine names them. */
export function PaletteKeyCap() {
  const isApple = useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
  return <kbd aria-hidden="true">{isApple ? '⌘K' : 'Ctrl K'}</kbd>;
}
