'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

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
  const [view, setView] = useState({ first: 0, last: 0, before: 0, after: 0 });
  const chunks = Math.max(1, Math.ceil(length / CHUNK));

  useEffect(() => {
    const look = () => {
      if (!list.current) return;
      measure(list.current, heights.current);
      const next = viewOf(list.current.getBoundingClientRect().top, chunks, length, heights.current);
      setView((was) => (Object.entries(next).every(([key, value]) => was[key as keyof typeof was] === value) ? was : next));
    };
    const frame = requestAnimationFrame(look);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [chunks, length]);

  const first = Math.min(view.first, chunks - 1);
  const last = Math.min(view.last, chunks - 1);
  const listRef = useCallback((element: HTMLElement | null) => {
    list.current = element;
  }, []);
  return { from: first * CHUNK, to: Math.min(length, (last + 1) * CHUNK), before: view.before, after: view.after, listRef };
}

/** The chunks near the screen for a list whose upper edge is at `top`, and the room of the others. */
export function viewOf(top: number, chunks: number, length: number, heights: ReadonlyMap<number, number>) {
  const heightOf = (chunk: number) => heights.get(chunk) ?? GUESS * Math.min(CHUNK, length - chunk * CHUNK);
  let first = 0;
  let before = 0;
  while (first < chunks - 1 && top + before + heightOf(first) < -AHEAD) before += heightOf(first++);
  let last = first;
  let reach = top + before + heightOf(first);
  while (last < chunks - 1 && reach < window.innerHeight + AHEAD) reach += heightOf(++last);
  let after = 0;
  for (let chunk = last + 1; chunk < chunks; chunk += 1) after += heightOf(chunk);
  return { first, last, before, after };
}

/** Heights of whole drawn chunks, from the first row of each to the first of the next. */
function measure(list: HTMLElement, heights: Map<number, number>) {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  for (let at = 0; at + CHUNK < rows.length; at += CHUNK) {
    const [start, end] = [rows[at], rows[at + CHUNK]];
    if (start && end) heights.set(Number(start.dataset.row) / CHUNK, end.offsetTop - start.offsetTop);
  }
}
