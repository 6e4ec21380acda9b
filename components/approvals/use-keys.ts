'use client';

import { useEffect, useEffectEvent } from 'react';
import { useSingleKeys } from '@/components/shell/search-keys';

/** What a key does; false leaves the key to the browser. */
type Act = () => boolean | void;

const TYPING = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';
const PRESSABLE = 'a, button, input, label, summary';

/**
 * Single keys while this component is there: never while somebody types, never with Ctrl, Alt or ⌘, never behind an open dialog, and not at
 * all for who switched them off (WCAG 2.1.4). Enter stays with what has the focus.
 */
export function useKeys(keys: Readonly<Record<string, Act>>): void {
  const isOn = useSingleKeys();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest(TYPING) || (event.key === 'Enter' && target.closest(PRESSABLE))) return;
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
    if (act() !== false) event.preventDefault();
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}
