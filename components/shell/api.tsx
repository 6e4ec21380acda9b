'use client';

import type { Result } from '@/lib/portal-error';
import { currentIdentity } from './identity/current';
import { adoptNewTag, renewSilently } from './identity/renewal';

interface ApiInit {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  keepalive?: boolean;
  /** Behind everything else the page asks for. */
  priority?: 'low';
}

/**
 * Calls one of the portal's route handlers for the person of this page. An ended session is renewed silently and the call repeated once;
 * it never leaves the page by itself. Rejects only when `signal` aborts.
 */
export async function api<T>(path: string, init: ApiInit = {}): Promise<Result<T>> {
  const first = await attempt<T>(path, init);
  if (first.ok) return first;
  if (first.error.kind === 'otherViewer') return (await adoptNewTag()) ? attempt<T>(path, init) : first;
  if (first.error.kind !== 'signedOut') return first;
  const renewed = await renewSilently();
  if (renewed === 'renewed') return attempt<T>(path, init);
  return typeof renewed === 'object' ? { ok: false, error: { kind: 'otherViewer', name: renewed.otherViewer } } : first;
}

async function attempt<T>(path: string, { method = 'GET', body, signal, keepalive, priority }: ApiInit): Promise<Result<T>> {
  const headers = new Headers({ 'x-viewer-tag': currentIdentity()?.tag ?? '' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  try {
    const response = await fetch(path, {
      method,
      headers,
      signal,
      keepalive,
      ...(priority ? { priority } : {}),
      cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const result: unknown = await response.json();
    return isResult<T>(result) ? result : { ok: false, error: { kind: 'unexpected' } };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, error: { kind: 'unavailable' } };
  }
}

function isResult<T>(value: unknown): value is Result<T> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
