import 'server-only';
import { getFormats } from '@/lib/i18n/get-formats';
import { type HomeView, homeView } from './home-view';
import type { HomeData } from './load-home';

export interface HomeFindings {
  view: HomeView;
  /** Everything came, and the lists to their end: only then is a number the whole number. */
  isWhole: boolean;
}

/** The rows of what was read; a part that failed counts as unread, not as empty. */
export async function findingsOf({ assignments, requests, begun, toDecide, now }: HomeData): Promise<HomeFindings> {
  const areListsWhole = assignments.ok && requests.ok && assignments.value.next === null && requests.value.next === null;
  const isWhole = areListsWhole && begun.ok && toDecide.ok;
  const facts = {
    assignments: assignments.ok ? assignments.value.rows : [],
    requests: requests.ok ? requests.value.rows : [],
    drafts: begun.ok ? begun.value.drafts : [],
    tray: begun.ok ? begun.value.tray : null,
    acceptedEnds: begun.ok ? begun.value.acceptedEnds : new Set<string>(),
    toDecide: toDecide.ok ? toDecide.value : null,
    complete: isWhole,
  };
  return { view: homeView(facts, now, await getFormats()), isWhole };
}
