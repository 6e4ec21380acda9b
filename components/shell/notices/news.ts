import type { RequestState } from '@/lib/entitlement/request-states';

/** A request of mine as it was last seen, with the words a notice would say. */
export interface Sight {
  id: string;
  state: RequestState;
  /** The package's name. */
  title: string;
  /** "Now: Done". Never what anybody wrote. */
  body: string;
}

/** Open requests that are watched: id → state. */
export type Watched = Readonly<Record<string, RequestState>>;

const OPEN: readonly RequestState[] = ['submitted', 'pendingApproval', 'scheduled', 'delivering'];
const MOST_WATCHED = 100;

/**
 * What moved since the last look, and what to watch from now on. What was never seen open is no news; neither is a request being taken in:
 * from `submitted` only its end is told. `own`: ids whose last move the person made here.
 */
export function newsOf(before: Watched, seen: readonly Sight[], own: readonly string[] = []): { news: Sight[]; watched: Watched } {
  const watched = new Map(Object.entries(before));
  const news: Sight[] = [];
  for (const sight of seen) {
    const was = watched.get(sight.id);
    const isOpen = OPEN.includes(sight.state);
    if (was !== undefined && was !== sight.state && !(was === 'submitted' && isOpen) && !own.includes(sight.id)) news.push(sight);
    watched.delete(sight.id);
    if (isOpen) watched.set(sight.id, sight.state);
  }
  return { news, watched: Object.fromEntries([...watched].slice(-MOST_WATCHED)) };
}
