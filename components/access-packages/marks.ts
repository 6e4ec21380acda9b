import type { ReactNode } from 'react';
import type { Formats } from '@/lib/i18n/formats';
import type { Tone } from '@/components/ui/tag';
import type { StateWord } from '@/components/status/state-looks';
import type { Standings } from './standing';
import { standingWords } from './standing-words';

/** My state on a row of the list: what I hold and what is on its way. */
export interface Mark {
  kind: 'held' | 'onItsWay';
  tag: { word: StateWord; values: Record<string, string | number> };
  tone: Tone | undefined;
  /** The request to follow. */
  requestId: string | null;
  /** The assignment to extend: one that has an end. */
  assignmentId: string | null;
}

/** Package id → mark. */
export type Marks = Record<string, Mark>;

/** A mark whose tag is drawn already. */
export type ShownMark = Omit<Mark, 'tag'> & { tag: ReactNode };
export type ShownMarks = Record<string, ShownMark>;

/** Marks of the list in words, made on the server: rows carry no dates. `now` is Graph's, UTC ms. */
export function toMarks(standings: Standings, now: number, formats: Formats): Marks {
  const marks: Marks = {};
  for (const [id, standing] of Object.entries(standings)) {
    const { tag, tone } = standingWords(standing, now, formats);
    if (!tag || (standing.kind !== 'held' && standing.kind !== 'onItsWay')) continue;
    marks[id] = {
      kind: standing.kind,
      tag,
      tone,
      requestId: standing.kind === 'held' ? standing.openRequestId : standing.requestId,
      assignmentId: standing.kind === 'held' && standing.endDateTime ? standing.assignmentId : null,
    };
  }
  return marks;
}
