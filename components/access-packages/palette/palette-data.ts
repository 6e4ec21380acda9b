import type { StateWord } from '@/components/status/state-looks';
import type { Tone } from '@/components/ui/tag';

/** My state on a package, in the reader's words. */
export interface PaletteMark {
  kind: 'held' | 'onItsWay';
  word: StateWord;
  text: string;
  tone: Tone | undefined;
  /** The request to follow. */
  requestId: string | null;
  /** The assignment to extend: one that has an end. */
  assignmentId: string | null;
}

/** One request of mine. */
export interface PaletteRequest {
  id: string;
  packageId: string | null;
  /** Empty where nobody told which package it is about. */
  name: string;
  word: StateWord;
  text: string;
  /** Graph's own state, which one may type too. */
  raw: string;
  /** Asked for, in words; empty where Graph did not say. */
  day: string;
}

/** What the palette knows of me. `marks`: package id → mark; null where they could not be read. */
export interface PaletteMine {
  marks: Record<string, PaletteMark> | null;
  requests: PaletteRequest[];
}
