import type { Answer } from './answer';

/** What createGraph needs from the session; lib/auth gives it. */
export interface GraphDeps {
  /** Directory id of the signed-in person. */
  oid: string;
  /** GRAPH_ROOT without version and trailing slash. */
  graphRoot: string;
  /**
   * A Graph token of the least scope. `force` drops the kept one, `claims` is the JSON of a challenge (contract §1.8).
   * Throws PortalFault (signedOut, stepUp, consentRequired) itself.
   */
  getToken(options?: { force?: boolean; claims?: string }): Promise<string>;
  /** Seals and opens text for this session only (AES-GCM). */
  seal(text: string): string;
  unseal(text: string): string;
  /** Offset of Graph's clock to this machine's, kept per session, in ms. */
  clock: { offsetMs(): number; learn(offsetMs: number): void };
  log: GraphLog;
  /** Hears of every exchange: HTTP status, 0 where there was no answer, and how long it took. */
  measure?(exchange: { method: Method; status: number; ms: number }): void;
  /** The transport; the platform's own by default. */
  fetch?: typeof fetch;
}

/** The part of a pino logger that is used here. */
export interface GraphLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One HTTP call below /v1.0. */
export interface Call {
  method: Method;
  /** Beginning with `/`, query included and encoded; or a whole link that Graph gave, already mapped to the canonical root. */
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
  timeoutMs: number;
}

export type Send = (call: Call, token: string) => Promise<Answer>;
