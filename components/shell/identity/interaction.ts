import { paths } from '@/lib/paths';
import { flushLeaveGuards, keepsakes } from '../leave-guard';
import { currentIdentity } from './current';
import { keepForReturn } from './resume-note';

/** Why the browser goes to the authority. Claims and scopes wait in this tab's storage, never in an address. */
export type Interaction =
  | { kind: 'signIn' }
  /** The session lives, but its API token can only be renewed by asking the person. */
  | { kind: 'renew' }
  | { kind: 'switchPerson' }
  | { kind: 'stepUp'; claims: string }
  | { kind: 'consent'; scope: string };

const KEY = 'latchkey.interaction';

/**
 * Saves what is open, then leaves for the sign-in page, which runs the interaction and comes back here. `action` names a form whose
 * sending is resumed once after the return. Never settles: the page is being left.
 */
export async function beginInteraction(interaction: Interaction, action?: string): Promise<never> {
  const here = window.location.pathname + window.location.search + window.location.hash;
  await flushLeaveGuards();
  keepForReturn({ path: here, oid: currentIdentity()?.oid ?? null, action: action ?? null, texts: keepsakes() });
  sessionStorage.setItem(KEY, JSON.stringify(interaction));
  const target = paths.signIn(here);
  window.location.assign(interaction.kind === 'signIn' ? target : `${target}&for=${interaction.kind}`);
  return new Promise<never>(() => {});
}

/** The interaction that the sign-in page should run; a plain sign-in when none was left. It stays until `forgetInteraction`. */
export function pendingInteraction(): Interaction {
  try {
    const left = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Interaction | null;
    return left ?? { kind: 'signIn' };
  } catch {
    return { kind: 'signIn' };
  }
}

export function forgetInteraction(): void {
  sessionStorage.removeItem(KEY);
}
