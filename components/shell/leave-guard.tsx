'use client';

import { useEffect, useRef } from 'react';

/** Saves what the page holds. False (or a rejection) means that it could not be saved. */
export type Flush = () => Promise<boolean | void> | boolean | void;

export interface Keepsake {
  /** The form's name, as given to `useResume` after coming back. */
  name: string;
  /** What was typed, as text. Kept in this tab only, until the same person is back on the same page. */
  snapshot: () => string;
}

interface Guard {
  flush: Flush;
  keepsake?: Keepsake;
}

const guards = new Set<{ current: Guard }>();

/**
 * Registers what must be saved before the session keeper leaves the page (sign-in, step-up, consent, sign-out). With a keepsake the typed
 * text also survives where saving fails because the session is gone.
 */
export function useLeaveGuard(flush: Flush, keepsake?: Keepsake): void {
  const guard = useRef<Guard>({ flush, keepsake });
  useEffect(() => {
    guard.current = { flush, keepsake };
  });
  useEffect(() => {
    guards.add(guard);
    return () => {
      guards.delete(guard);
    };
  }, []);
}

/** Whether a form is open that asked to be saved first. */
export function hasLeaveGuards(): boolean {
  return guards.size > 0;
}

/** Runs every registered save, at most `withinMs`. False when any failed or took too long. */
export async function flushLeaveGuards(withinMs = 3000): Promise<boolean> {
  const saves = [...guards].map(async (guard) => (await guard.current.flush()) !== false);
  const late = new Promise<boolean>((done) => setTimeout(() => done(false), withinMs));
  const all = Promise.all(saves).then(
    (saved) => saved.every(Boolean),
    () => false,
  );
  return Promise.race([all, late]);
}

/** Name → typed text of every guard that has a keepsake. */
export function keepsakes(): Record<string, string> {
  return Object.fromEntries(
    [...guards].flatMap(({ current }) => (current.keepsake ? [[current.keepsake.name, current.keepsake.snapshot()]] : [])),
  );
}
