import type { ReactNode } from 'react';
import type { Tone } from '@/components/ui/tag';
import type { PolicyRequirements } from '@/lib/entitlement/policies';

/** One package of the tray, as the page that asks for all of them has it. */
export interface TogetherPackage {
  id: string;
  name: string;
  /** Of the package's own draft: what asking for oneself alone is sent under, the same as from its own form. */
  draftKey: string;
  /** New with every choice of it: what asking for others is sent under, with the person. */
  nonce: string;
  /** The policies that admit the reader and ask nothing unknown. */
  ways: PolicyRequirements[];
  /** Why it cannot be asked for here, whoever it is for. `unread`: it could not be read just now. */
  closed: 'notOpen' | 'handOver' | 'unread' | null;
  /** My own access or request in the way of asking for myself. */
  mine: { kind: 'held' | 'onItsWay'; tone: Tone | undefined; tag: ReactNode; to: string } | null;
}

/** A package with the policy it is asked for by. */
export interface ChosenWay {
  packageId: string;
  policy: PolicyRequirements;
}

/** Name of a package's fields: ids come from outside, and a field's name is a path. */
export function packageField(packageId: string): string {
  return `p_${packageId.replaceAll(/[^\w-]/g, '_')}`;
}

/** The policy each package is asked for by: the only one, or the one chosen; packages without are not there yet. */
export function chosenWays(packages: readonly TogetherPackage[], policies: Readonly<Record<string, string | undefined>>): ChosenWay[] {
  return packages.flatMap(({ id, ways }) => {
    const [only, ...others] = ways;
    const policy = others.length === 0 ? only : ways.find((way) => way.policyId === policies[packageField(id)]);
    return policy ? [{ packageId: id, policy }] : [];
  });
}
