import type { Page } from './access-packages';

const MOST_PAGES = 2_000;

/** The first row that fits, page by page; null when the list ends without it. */
export async function findInPages<T>(read: (next?: string) => Promise<Page<T>>, fits: (row: T) => boolean): Promise<T | null> {
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await read(next);
    const found = page.rows.find(fits);
    if (found !== undefined) return found;
    if (page.next === null) return null;
    next = page.next;
  }
  return null;
}
