'use client';

import { useCallback, useRef, useState } from 'react';
import type { Taken } from '@/lib/drafts/drafts';
import type { RequestFormValues } from '@/lib/entitlement/request-form';

/** Where a field's words come from, as long as they are these. */
export interface Mark {
  from: Taken;
  values: readonly string[];
}

type Marks = Readonly<Record<string, Mark>>;

/** Values of a field by its name here: question id or `justification`. */
export function valuesOf(values: RequestFormValues, key: string): string[] {
  return key === 'justification' ? (values.justification ? [values.justification] : []) : (values.answers[key] ?? []);
}

export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

/** Marks of fields whose words were taken from elsewhere. A mark holds until its field says something else. */
export function useTaken(first: { values: RequestFormValues; taken: Record<string, Taken> }) {
  const [marks, setMarks] = useState<Marks>(() => marksOf(first));
  const latest = useRef(marks);
  const set = useCallback((next: Marks) => {
    latest.current = next;
    setMarks(next);
  }, []);
  const begin = useCallback((start: typeof first) => set(marksOf(start)), [set]);
  const mark = useCallback((key: string, next: Mark) => set({ ...latest.current, [key]: next }), [set]);
  /** The marks that still hold, for the draft. */
  const holding = useCallback(
    (values: RequestFormValues): Record<string, Taken> =>
      Object.fromEntries(
        Object.entries(latest.current).flatMap(([key, each]) => (isSame(each.values, valuesOf(values, key)) ? [[key, each.from]] : [])),
      ),
    [],
  );
  return { marks, begin, mark, holding };
}

function marksOf({ values, taken }: { values: RequestFormValues; taken: Record<string, Taken> }): Marks {
  return Object.fromEntries(
    Object.entries(taken).flatMap(([key, from]) => {
      const now = valuesOf(values, key);
      return now.length === 0 ? [] : [[key, { from, values: now }]];
    }),
  );
}
