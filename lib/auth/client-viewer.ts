import type { Viewer } from './viewer';

/** What the browser may know of the session. */
export interface ClientViewer {
  oid: string;
  name: string;
  upn: string;
  tag: string;
  /** How long until the API token should be renewed, in ms from the moment this was made: clocks need not agree. */
  renewInMs: number;
}

/** Renewed this long before its end. */
const EARLY_MS = 120_000;

export function toClientViewer(viewer: Viewer, tokenEndsMs: number, now = Date.now()): ClientViewer {
  return {
    oid: viewer.oid,
    name: viewer.name,
    upn: viewer.userPrincipalName,
    tag: viewer.tag,
    renewInMs: Math.max(0, tokenEndsMs - now - EARLY_MS),
  };
}
