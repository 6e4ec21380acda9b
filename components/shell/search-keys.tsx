'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { paths } from '@/lib/paths';
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

/** Ctrl or ⌘ with K, and "/", go to the page's search (an input with `data-search`), else to the rail's, else to Available. Draws nothing. */
export function SearchKeys() {
  const router = useRouter();
  const singleKeys = useSingleKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const combination = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
      const slash = singleKeys && event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if ((!combination && !slash) || event.defaultPrevented) return;
      event.preventDefault();
      const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')].filter((field) => field.checkVisibility());
      const field = fields.find((one) => one.dataset.search === 'page') ?? fields[0];
      if (field) field.focus();
      else router.push(paths.accessPackages);
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
