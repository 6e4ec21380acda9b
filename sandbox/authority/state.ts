import { randomBytes } from 'node:crypto';
import type { Tenant } from '../tenant/tenant.ts';
import type { Consent } from './scopes.ts';

/** What an authorization code stands for. */
export interface Grant {
  partition: string;
  personId: string;
  /** The `scope` parameter of the authorization request. */
  scope: string;
  nonce: string | null;
  /** The client declared the capability cp1. */
  cp1: boolean;
  sessionId: string;
  /** Real time, UTC ms. */
  signedInAt: number;
  /** The person answered a step-up (a claims request) in this session. */
  steppedUp: boolean;
}

export interface Code extends Grant {
  redirectUri: string;
  codeChallenge: string;
  /** Real time, UTC ms. */
  expiresAt: number;
  /** Set when it has been redeemed: the refresh family that came of it. */
  redeemedAs: string | null;
}

const CODE_LIFETIME = 10 * 60_000;

/**
 * What the authority remembers beside its keys: codes in flight, which refresh token of a family is the last one, who consented.
 * In memory only. After a restart a refresh token is taken at its word once, and then rotates as before.
 */
export class AuthorityState {
  readonly #codes = new Map<string, Code>();
  readonly #families = new Map<string, number>();
  readonly #endedFamilies = new Set<string>();
  readonly #endedSessions = new Set<string>();
  /** By tenant, so that one that is laid out anew has forgotten them. */
  readonly #consents = new WeakMap<Tenant, Map<string, Set<string>>>();

  /** A single-use code, good for ten minutes. */
  addCode(code: Omit<Code, 'expiresAt' | 'redeemedAs'>): string {
    this.#dropOldCodes();
    const value = randomBytes(32).toString('base64url');
    this.#codes.set(value, { ...code, expiresAt: Date.now() + CODE_LIFETIME, redeemedAs: null });
    return value;
  }

  code(value: string): Code | undefined {
    return this.#codes.get(value);
  }

  redeem(value: string, family: string): void {
    const code = this.#codes.get(value);
    if (code) this.#codes.set(value, { ...code, redeemedAs: family });
  }

  /** Takes turn `turn` of a refresh family; false when that turn was taken before or the family has ended. A second use ends the family (RFC 9700 §4.14.2). */
  takeTurn(family: string, turn: number): boolean {
    if (this.#endedFamilies.has(family)) return false;
    if (turn < (this.#families.get(family) ?? 0)) {
      this.endFamily(family);
      return false;
    }
    this.#families.set(family, turn + 1);
    return true;
  }

  endFamily(family: string): void {
    this.#endedFamilies.add(family);
    this.#families.delete(family);
  }

  endSession(sessionId: string): void {
    this.#endedSessions.add(sessionId);
  }

  sessionEnded(sessionId: string): boolean {
    return this.#endedSessions.has(sessionId);
  }

  /** A person's own consent, taken at the sign-in click for scopes that the tenant has not consented to. */
  addConsent(tenant: Tenant, personId: string, scopes: readonly string[]): void {
    if (scopes.length === 0) return;
    const people = this.#consents.get(tenant) ?? new Map<string, Set<string>>();
    people.set(personId, new Set([...(people.get(personId) ?? []), ...scopes]));
    this.#consents.set(tenant, people);
  }

  /** What counts as consented for this person: the tenant's consent and their own. */
  consent(tenant: Tenant, personId: string): Consent {
    const own = this.#consents.get(tenant)?.get(personId);
    return { tenant: (scope) => tenant.consented(scope), person: (scope) => own?.has(scope) ?? false };
  }

  #dropOldCodes(): void {
    const now = Date.now();
    for (const [value, code] of this.#codes) {
      if (code.expiresAt + CODE_LIFETIME > now) return;
      this.#codes.delete(value);
    }
  }
}

const states = new WeakMap<object, AuthorityState>();

/** The one state of this world's authority. */
export function authorityState(world: object): AuthorityState {
  const known = states.get(world);
  if (known) return known;
  const made = new AuthorityState();
  states.set(world, made);
  return made;
}
