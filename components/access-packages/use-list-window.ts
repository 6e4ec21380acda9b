'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn and measured together. */
const CHUNK = 40;
/** How far beyond the screen rows are drawn, in px. */
const AHEAD = 1600;
/** A row's height before any was measured, in px. */
const GUESS = 72;

/** Which rows of a long list are drawn: `from` to `to`, with room for the others before and after, in px. */
export interface ListWindow {
  from: number;
  to: number;
  before: number;
  after: number;
}

/**
 * A window over a list of any length: rows near the screen are drawn, the others are room of their height. Give `listRef` to the list;
 * its drawn rows carry `data-row={index}`.
 */
export function useListWindow(length: number): ListWindow & { listRef: (list: HTMLElement | null) => void } {
  const list = useRef<HTMLElement | null>(null);
  const heights = useRef(new Map<number, number>());
  const [range, setRange] = useState({ first: 0, last: 0 });
  const chunks = Math.ceil(length / CHUNK);
  const heightOf = useCallback((chunk: number) => heights.current.get(chunk) ?? GUESS * CHUNK, []);

  const look = useCallback(() => {
    const box = list.current?.getBoundingClientRect();
    if (!box) return;
    let top = box.top;
    let first = 0;
    while (first < chunks - 1 && top + heightOf(first) < -AHEAD) top += heightOf(first++);
    let last = first;
    while (last < chunks - 1 && top + heightOf(last) < window.innerHeight + AHEAD) top += heightOf(last++);
    setRange((was) => (was.first === first && was.last === last ? was : { first, last }));
  }, [chunks, heightOf]);

  useEffect(() => {
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [look]);

  const first = Math.min(range.first, Math.max(0, chunks - 1));
  const last = Math.min(range.last, Math.max(0, chunks - 1));
  const [room, setRoom] = useState({ before: 0, after: 0 });
  useLayoutEffect(() => {
    if (list.current) measure(list.current, heights.current);
    const sum = (from: number, to: number) =>
      Array.from({ length: Math.max(0, to - from) }, (_, n) => heightOf(from + n)).reduce((a, b) => a + b, 0);
    const next = { before: sum(0, first), after: sum(last + 1, chunks) };
    setRoom((was) => (was.before === next.before && was.after === next.after ? was : next));
  }, [first, last, chunks, heightOf]);

  const listRef = useCallback((element: HTMLElement | null) => {
    list.current = element;
  }, []);
  return { from: first * CHUNK, to: Math.min(length, (last + 1) * CHUNK), ...room, listRef };
}

/** Heights of whole drawn chunks, from the first row of each to the first of the next. */
function measure(list: HTMLElement, heights: Map<number, number>) {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  for (let at = 0; at + CHUNK < rows.length; at += CHUNK) {
    const [start, end] = [rows[at], rows[at + CHUNK]];
    if (start && end) heights.set(Number(start.dataset.row) / CHUNK, end.offsetTop - start.offsetTop);
  }
}
