import type { Behaviour } from '../tenant/model.ts';
import { flag, members, needed, number, oneOf, orNull, whole } from './wrong-call.ts';
import type { Reader } from './wrong-call.ts';

const limitMembers = members<{ requests: number; perSeconds: number }>({ requests: whole(1), perSeconds: number(0.001) });

const limit: Reader<NonNullable<Behaviour['limit']>> = (value, name) => {
  const { requests, perSeconds } = limitMembers(value, name);
  return { requests: needed(requests, 'limit.requests'), perSeconds: needed(perSeconds, 'limit.perSeconds') };
};

const expansion = oneOf('true', 'ignored', '400');

/** The members of `POST /sandbox/behaviour` (sandbox-control, "Delivery and shapes"). */
const MEMBERS: { [K in keyof Behaviour]: Reader<Behaviour[K]> } = {
  deliverySeconds: number(0),
  delivery: oneOf('deliver', 'fail', 'partial', 'hold', 'waitForCallback'),
  questions: oneOf('v1.0', 'beta'),
  answers: oneOf('v1.0', 'legacy'),
  adminAdd: oneOf('direct', 'asksApproval'),
  pageSize: whole(1, 999),
  maxTop: whole(1, 999),
  emptyPages: flag,
  cloud: oneOf('global', 'usgov', 'china'),
  // Also as JSON's own true and 400.
  expandOnFunctions: (value, name) => expansion(typeof value === 'boolean' || typeof value === 'number' ? String(value) : value, name),
  scopes: oneOf('union', 'exact'),
  listLagSeconds: number(0),
  limit: orNull(limit),
  tokenLifetimeSeconds: whole(1),
  latencyMs: number(0),
};

/** The switches a body changes, all of them checked before any counts. */
export const readBehaviour: (body: unknown, name: string) => Partial<Behaviour> = members<Behaviour & Record<string, unknown>>(MEMBERS);
