import 'server-only';
import { sessionOf } from './current-viewer';
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

/** Renewed this long before its end; a short-lived token at half of what is left. */
const EARLY_MS = 120_000;
const SHORTEST_MS = 1000;

/** For `ViewerProvider`. Throws `signedOut` when the session is gone. */
export async function clientViewer(viewer: Viewer): Promise<ClientViewer> {
  const { expiresMs } = await sessionOf(viewer);
  const left = expiresMs - Date.now();
  const { oid, name, userPrincipalName: upn, tag } = viewer;
  return { oid, name, upn, tag, renewInMs: Math.max(SHORTEST_MS, left - EARLY_MS, left / 2) };
}
