import { paths } from '@/lib/paths';
import type { Sought } from './request-groups';

/** Nothing in particular. */
export const everything: Sought = { filter: 'all', search: '', kind: null, packageId: null };

/** Whether anything is left out of the list. */
export function isNarrowed({ filter, search, kind, packageId }: Sought): boolean {
  return filter !== 'all' || search !== '' || kind !== null || packageId !== null;
}

/** The list's address with what is looked for, to come back to. */
export function addressOf({ filter, search, kind, packageId }: Sought): string {
  const query = new URLSearchParams();
  if (filter !== 'all') query.set('show', filter);
  if (kind) query.set('kind', kind);
  if (packageId) query.set('package', packageId);
  if (search) query.set('q', search);
  return query.size > 0 ? `${paths.requests}?${query}` : paths.requests;
}
