import type { Policy } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { SeededAnswers } from './answers.ts';

/** One thing that has happened in the company: somebody asked for a package, or was given it. Days count back from the seeding. */
export interface SeededEvent {
  who: string;
  package: string;
  /** `employees` when absent. */
  policy?: string;
  daysAgo: number;
  /** Of the day, UTC. */
  time?: string;
  why?: string;
  answers?: SeededAnswers;
  /** Somebody else who asked for them, by key. */
  askedBy?: string;
  /** How it came about: a request of theirs, an administrator (by key), or an automatic policy. */
  by?: 'system' | { admin: string };
  outcome: Outcome;
}

export type Outcome =
  /** They have it until so many days from now; null is for ever. */
  | { is: 'held'; until: number | null; partly?: true; /** They extended it then. */ extendedDaysAgo?: number }
  | { is: 'ended'; daysAgo: number }
  | { is: 'failed' }
  /** Being set up, and staying so. */
  | { is: 'delivering' }
  /** Waits; the first stages were decided by these people. */
  | { is: 'waiting'; decided?: readonly [key: string, words: string][] }
  | { is: 'denied'; daysAgo: number; by: string; words: string }
  | { is: 'canceled'; daysAgo: number }
  /** Approved or free of approval, and begins later. */
  | { is: 'scheduled'; inDays: number; forDays: number };

/** An event with what it refers to looked up. */
export interface Scene {
  tenant: Tenant;
  event: SeededEvent;
  policy: Policy;
  askedAt: number;
  /** Set up at, once everybody agreed. */
  grantedAt: number;
}
