import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { submissionsOf } from '@/lib/submissions/submit';
import { isSame, keyFor, type ForWhom } from './pairs';
import type { SentRow } from './sent-rows';
import type { TogetherPackage } from './together-package';

/**
 * The page's requests for others that went out already, also in another tab or browser: nobody is asked for twice by one choice. Mine have
 * the package's own draft, which ends when it is sent.
 */
export async function sentBefore(
  viewer: Viewer,
  packages: readonly Pick<TogetherPackage, 'id' | 'name' | 'nonce'>[],
  people: readonly ForWhom[],
): Promise<SentRow[]> {
  const pairs = packages.flatMap((of) =>
    people.flatMap((person) => (isSame(person.objectId, viewer.oid) ? [] : [{ of, person, key: keyFor(of.nonce, person.objectId) }])),
  );
  if (pairs.length === 0) return [];
  const outcomes = await submissionsOf(
    viewer,
    pairs.map(({ key }) => key),
  );
  return pairs.flatMap(({ of, person, key }) => {
    const outcome = outcomes.get(key);
    if (!outcome) return [];
    const row = { packageId: of.id, name: of.name, person: { objectId: person.objectId, displayName: person.displayName } };
    return [
      {
        ...row,
        sent: outcome.state === 'sent' ? ({ kind: 'sent', requestId: outcome.requestId } as const) : ({ kind: 'unknown' } as const),
      },
    ];
  });
}
