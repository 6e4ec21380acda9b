import 'server-only';
import { getFormats } from '@/lib/i18n/get-formats';
import { type HomeView, homeView } from './home-view';
import type { HomeData } from './load-home';

export interface HomeFindings {
  view: HomeView;
  /** Both lists came, and to their end: only then is a number the whole number. */
  isWhole: boolean;
}

/** The rows of what was read; a list that failed counts as unread, not as empty. */
export async function findingsOf({ assignments, requests, drafts, now }: HomeData): Promise<HomeFindings> {
  const isWhole = assignments.ok && requests.ok && assignments.value.next === null && requests.value.next === null;
  const facts = {
    assignments: assignments.ok ? assignments.value.rows : [],
    requests: requests.ok ? requests.value.rows : [],
    drafts,
    complete: isWhole,
  };
  return { view: homeView(facts, now, await getFormats()), isWhole };
}
