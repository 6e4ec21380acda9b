import type { Tenant } from '../tenant/tenant.ts';
import type { World } from '../tenant/world.ts';
import { WrongCall } from './wrong-call.ts';

/** One control call on its way to its handler. */
export interface ControlCall {
  world: World;
  /** The partition of `?partition`, or the default one. */
  tenant: Tenant;
  /** What the route's `*` stands for. */
  id: string;
  query: URLSearchParams;
  /** Parsed JSON; an empty object without a body. */
  body: unknown;
}

export interface ControlReply {
  status: number;
  /** Absent: no body. */
  body?: unknown;
}

export type ControlHandler = (call: ControlCall) => ControlReply | Promise<ControlReply>;

export const NO_CONTENT: ControlReply = { status: 204 };

/** The body's JSON. Throws WrongCall when it is none. */
export function readJson(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new WrongCall('The body is not JSON.');
  }
}
