import type { IncomingMessage } from 'node:http';
import type { Tenant } from '../tenant/tenant.ts';
import { DEFAULT_PARTITION } from '../tenant/world.ts';
import type { World } from '../tenant/world.ts';

/** One call to the authority, read once. */
export interface AuthorityRequest {
  world: World;
  method: string;
  /** Where the caller reached us: `http://<host>`, loopback names only. */
  origin: string;
  /** Path below `/{tid}`. */
  path: string;
  query: URLSearchParams;
  /** Form fields of the body; empty otherwise. */
  form: URLSearchParams;
  headers: IncomingMessage['headers'];
  cookies: Map<string, string>;
}

export interface AuthorityReply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

export const PARTITION_COOKIE = 'sandbox-partition';

export function readCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return cookies;
}

/** The partition that this browser has entered; the default one without a cookie, undefined when it is gone. */
export function browserTenant(request: AuthorityRequest): Tenant | undefined {
  return request.world.partition(request.cookies.get(PARTITION_COOKIE) || DEFAULT_PARTITION);
}

/** Name of the authority's session cookie. Cookies of localhost are shared by all ports, so port and partition are in it. */
export function sessionCookieName(world: World, tenant: Tenant): string {
  return `sandbox-session-${world.port}-${tenant.partition}`;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): AuthorityReply {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) };
}

export function redirect(to: string, cookie?: string): AuthorityReply {
  return {
    status: 303,
    headers: { Location: to, 'Cache-Control': 'no-store', ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) },
    body: '',
  };
}
