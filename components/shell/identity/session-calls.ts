import type { ClientViewer } from '@/lib/auth/client-viewer';
import { paths } from '@/lib/paths';
import type { Result } from '@/lib/portal-error';

/** Sign-in: a new session for this token's person, whoever was signed in before. */
export function postSession(token: string): Promise<Result<ClientViewer>> {
  return call('POST', token);
}

/** Renewal: a new token for the running session of the same person. */
export function putSession(token: string): Promise<Result<ClientViewer>> {
  return call('PUT', token);
}

/** Who is signed in now. */
export function getSession(): Promise<Result<ClientViewer>> {
  return call('GET');
}

/** Sign-out at the portal. */
export async function deleteSession(): Promise<void> {
  await fetch(paths.api.session, { method: 'DELETE', keepalive: true });
}

async function call(method: string, token?: string): Promise<Result<ClientViewer>> {
  try {
    const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    const response = await fetch(paths.api.session, { method, headers, cache: 'no-store' });
    return (await response.json()) as Result<ClientViewer>;
  } catch {
    return { ok: false, error: { kind: 'unavailable' } };
  }
}
