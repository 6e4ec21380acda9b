import { standsAt } from './stands-at';

/** What Home shows of a request that moves without the reader. */
export interface Watched {
  id: string;
  /** From standsAt. */
  stands: string;
  /** Null where Graph did not tell it. */
  name: string | null;
}

/**
 * Which of the shown requests stand elsewhere now, and which of these moves have not been told yet; `told` takes them in. A page that is
 * slow to be drawn anew, or an old list behind it, makes no second piece of news of one move.
 */
export function movesOf(
  shown: readonly Watched[],
  rows: readonly { id: string; rawState: string; rawStatus: string }[],
  told: Set<string>,
): { moved: Watched[]; news: Watched[] } {
  const now = new Map(rows.map((row) => [row.id, standsAt(row)]));
  const moved = shown.filter(({ id, stands }) => (now.get(id) ?? stands) !== stands);
  const news = moved.filter(({ id }) => !told.has(`${id} ${now.get(id)}`));
  for (const { id } of news) told.add(`${id} ${now.get(id)}`);
  return { moved, news };
}
