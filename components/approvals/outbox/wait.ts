'use client';

import { keepPreference, keptPreference } from '@/components/shell/preferences';

const cookie = 'undo';

/** How long a decision may be undone, in seconds; who needs more time chooses more (WCAG 2.2.1). */
export const WAITS = [5, 20, 60] as const;

export function undoSeconds(): number {
  const kept = Number(keptPreference(cookie));
  return WAITS.find((seconds) => seconds === kept) ?? WAITS[0];
}

export function setUndoSeconds(seconds: number): void {
  keepPreference(cookie, String(seconds));
}
