import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { config } from '@/lib/config';

const VALUE = /^[A-Za-z0-9_-]{43}$/;

/** `__Host-` on https. On localhost cookies are shared across ports, so the port is part of the name. */
export function sessionCookieName(): string {
  const { secure, port } = config();
  return secure ? '__Host-latchkey-session' : `latchkey-session-${port}`;
}

/** A fresh 256-bit value for the cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The row's id for a cookie's value. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The row's id that the request's cookie names; null without a cookie of our shape. */
export async function presentedSessionId(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookieName())?.value;
  return value !== undefined && VALUE.test(value) ? sessionIdOf(value) : null;
}

/** Hands the cookie to the browser, until `endsMs`. Only in route handlers and actions. */
export async function setSessionCookie(token: string, endsMs: number): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, { ...attributes(), expires: new Date(endsMs) });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', { ...attributes(), expires: new Date(0) });
}

function attributes() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: config().secure } as const;
}
