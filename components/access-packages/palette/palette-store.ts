'use client';

import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import type { MoreRows, PackageRow } from '../package-row-data';
import type { PaletteMine } from './palette-data';

/** What the palette has read so far. */
export interface PaletteKnown {
  rows: readonly PackageRow[];
  /** Sealed link to what is missing; null when the list is whole, undefined before its first answer. */
  next: string | null | undefined;
  /** Why the rest of the list did not come: a visible gap, until somebody tries again. */
  error: PortalError | null;
  /** Undefined while it is being read, null where it could not be. */
  mine: PaletteMine | null | undefined;
}

const NOTHING: PaletteKnown = { rows: [], next: undefined, error: null, mine: undefined };
/** What I hold and asked for moves: read again when the palette opens after this long. Lists of packages hardly do. */
const MINE_FRESH_MS = 30_000;
const LIST_FRESH_MS = 5 * 60_000;

/** Kept between openings, in this page alone, and only for the person of one session: the tag is both. */
const NEVER = Number.NEGATIVE_INFINITY;
const kept = { tag: '', known: NOTHING, listAt: NEVER, mineAt: NEVER };
const listeners = new Set<() => void>();

export function subscribePalette(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export function paletteKnown(): PaletteKnown {
  return kept.known;
}

function change(part: Partial<PaletteKnown>): void {
  kept.known = { ...kept.known, ...part };
  for (const tell of listeners) tell();
}

/** Reads what is missing or old, until it is whole, a page fails, or `signal` says that the palette was left. `tag`: whose it is. */
export function readPalette(tag: string, signal: AbortSignal): void {
  const now = performance.now();
  if (kept.tag !== tag || now - kept.listAt > LIST_FRESH_MS) {
    Object.assign(kept, { tag, known: NOTHING, listAt: now, mineAt: NEVER });
    change({});
  }
  if (kept.known.next !== null) void readList(signal).catch(() => undefined);
  if (now - kept.mineAt > MINE_FRESH_MS) void readMine(signal).catch(() => undefined);
}

/** Tries again what did not come. */
export function retryPalette(signal: AbortSignal): void {
  if (kept.known.error) change({ error: null });
  if (kept.known.next !== null) void readList(signal).catch(() => undefined);
  if (kept.known.mine === null) void readMine(signal).catch(() => undefined);
}

/** Rejects only because the palette was left. */
async function readList(signal: AbortSignal): Promise<void> {
  change({ error: null });
  while (kept.known.next !== null) {
    const { next } = kept.known;
    const path = next === undefined ? paths.api.accessPackages : `${paths.api.accessPackages}?next=${encodeURIComponent(next)}`;
    const answer = await api<MoreRows>(path, { signal });
    if (signal.aborted) return;
    if (!answer.ok) return change({ error: answer.error });
    const seen = new Set(kept.known.rows.map((row) => row.id));
    change({ rows: [...kept.known.rows, ...answer.value.rows.filter((row) => !seen.has(row.id))], next: answer.value.next });
  }
}

async function readMine(signal: AbortSignal): Promise<void> {
  if (kept.known.mine === null) change({ mine: undefined });
  const answer = await api<PaletteMine>(paths.api.palette, { signal });
  if (signal.aborted) return;
  kept.mineAt = answer.ok ? performance.now() : NEVER;
  change({ mine: answer.ok ? answer.value : null });
}
