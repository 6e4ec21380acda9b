import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A call as it arrived, before anything was decided about it. */
export interface Incoming {
  method: string;
  /** Path and query as sent, for the journal. */
  url: string;
  /** `http://host/v1.0`, by the Host header: a proxy in front sees its own name in nextLinks. */
  root: string;
  /** Below `/v1.0`, still encoded, starting with a slash. */
  rawPath: string;
  rawQuery: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  bodyText: string;
  requestId: string;
  /** Null when the client sent none. */
  clientRequestId: string | null;
}

/** Reads a request that came over HTTP. */
export function fromRequest(request: IncomingMessage, bodyText: string): Incoming {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const url = request.url ?? '/v1.0/';
  return {
    method: request.method ?? 'GET',
    url,
    root: `http://${headers['host'] ?? 'localhost'}/v1.0`,
    ...splitUrl(url.replace(/^\/v1\.0/i, '')),
    headers,
    bodyText,
    requestId: randomUUID(),
    clientRequestId: headers['client-request-id'] ?? null,
  };
}

export interface InnerRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** undefined when the inner request has none. */
  body: unknown;
}

/** Makes a call of an inner request of a batch; its url is relative to the version root (contract §1.7). */
export function fromBatch(outer: Incoming, inner: InnerRequest): Incoming {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(inner.headers)) headers[name.toLowerCase()] = value;
  return {
    method: inner.method.toUpperCase(),
    url: inner.url,
    root: outer.root,
    ...splitUrl(inner.url.startsWith('/') ? inner.url : `/${inner.url}`),
    headers,
    bodyText: inner.body === undefined ? '' : JSON.stringify(inner.body),
    requestId: randomUUID(),
    clientRequestId: headers['client-request-id'] ?? null,
  };
}

function splitUrl(url: string): { rawPath: string; rawQuery: string } {
  const cut = url.indexOf('?');
  const path = cut < 0 ? url : url.slice(0, cut);
  return { rawPath: path === '' ? '/' : path, rawQuery: cut < 0 ? '' : url.slice(cut + 1) };
}

/** The path as faults match it: decoded, below `/v1.0`. */
export function decodedPath(incoming: Incoming): string {
  try {
    return decodeURIComponent(incoming.rawPath);
  } catch {
    return incoming.rawPath;
  }
}
