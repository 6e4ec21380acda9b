import type { TogetherContent } from '@/lib/drafts/drafts';
import type { TogetherPackage } from './together-package';

/** Somebody a package is asked for; the reader too, by their own id. */
export type ForWhom = NonNullable<TogetherContent['people']>[number];

/** One request of the page: a package for a person. */
export interface Pair {
  of: TogetherPackage;
  person: ForWhom;
}

/** What is still to be asked for, and the packages that the page shows for it. */
export interface Scope {
  packages: readonly TogetherPackage[];
  pairs: readonly Pair[];
}

/** Names a pair, whatever case its ids come in. */
export function pairId(packageId: string, objectId: string): string {
  return `${packageId} ${objectId}`.toLowerCase();
}

/** The key of a request for somebody else: of this choice of the package (`nonce`), for this person. */
export function keyFor(nonce: string, objectId: string): string {
  return `${nonce} ${objectId}`;
}

export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The pairs that are still to be sent. What stands in my own way keeps nobody else from it. `over`: pairs that were sent or left out.
 * While nobody is chosen, the packages are shown for what they ask.
 */
export function scopeOf(packages: readonly TogetherPackage[], people: readonly ForWhom[], oid: string, over: ReadonlySet<string>): Scope {
  const askable = packages.filter(({ closed }) => closed === null);
  const pairs = askable.flatMap((of) =>
    people
      .filter(({ objectId }) => !(of.mine && isSame(objectId, oid)) && !over.has(pairId(of.id, objectId)))
      .map((person) => ({ of, person })),
  );
  return { packages: people.length === 0 ? askable : askable.filter(({ id }) => pairs.some(({ of }) => of.id === id)), pairs };
}

/** The people for whom one of these packages is still to be asked for, once each. */
export function peopleOf(pairs: readonly Pair[], packageIds: readonly string[]): ForWhom[] {
  const found = new Map<string, ForWhom>();
  for (const { of, person } of pairs) if (packageIds.includes(of.id)) found.set(person.objectId, person);
  return [...found.values()];
}

/** Name of a person's fields: ids come from outside, and a field's name is a path. */
export function personField(objectId: string): string {
  return `u_${objectId.replaceAll(/[^\w-]/g, '_')}`;
}

/** Name of a field that each person answers for themselves. */
export function ownField(field: string, objectId: string): string {
  return `${field}__${personField(objectId)}`;
}
