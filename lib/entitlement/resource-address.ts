import type { ResourceRole } from './access-packages';

/**
 * Where a resource is opened, null where no address follows from its kind. A site's originId is its address (contract §3, §4.13); a group's
 * and an application's are directory ids, from which none follows.
 */
export function resourceAddress({ kind, originId }: Pick<ResourceRole, 'kind' | 'originId'>): string | null {
  if (kind !== 'site' || !URL.canParse(originId)) return null;
  const { protocol, username, password, href } = new URL(originId);
  return protocol === 'https:' && username === '' && password === '' ? href : null;
}
