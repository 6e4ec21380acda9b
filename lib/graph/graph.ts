/**
 * The one door to Graph. A `Graph` is bound to one signed-in person, one least scope and one server request; it is made by
 * `graphFor` in lib/auth and never kept. All answers are unparsed wire JSON: lib/entitlement parses them (zod, tolerant).
 * Every failure is thrown as PortalFault (made in lib/graph/faults.ts).
 */
export interface Graph {
  /** Directory id of the signed-in person. */
  readonly oid: string;
  /** GRAPH_ROOT, to keep what is learnt about one service apart from another. */
  readonly root?: string;
  /** This moment on Graph's clock (Date header offset, kept per session). UTC. */
  now(): Date;
  /** GET below /v1.0, e.g. `/me`. Retried quietly once on 503/504/reset and after a short Retry-After (≤ 2 s). */
  get(path: string, options?: { headers?: Record<string, string>; signal?: AbortSignal }): Promise<unknown>;
  /** First page of a collection, or the page a sealed link points to. */
  page(pathOrNext: string, options?: { headers?: Record<string, string>; signal?: AbortSignal }): Promise<WirePage>;
  /** All pages, at most `limit` rows; `complete` false when it stopped there. Throws when a page fails: never a silent end. */
  all(
    path: string,
    options?: { headers?: Record<string, string>; limit?: number; signal?: AbortSignal },
  ): Promise<{ rows: unknown[]; complete: boolean }>;
  /**
   * All rows of a collection that came with an answer: of its expanded `property` (`<property>@odata.nextLink`), or of the answer itself;
   * further pages are read, at most 2,000 rows in all, `complete` false when it stopped there. Throws when a page fails.
   */
  rest(answer: unknown, property?: string): Promise<{ rows: unknown[]; complete: boolean }>;
  /** A POST that only reads (getApplicablePolicyRequirements). May be retried like a GET. */
  ask(path: string, signal?: AbortSignal): Promise<unknown>;
  /** Up to 20 reads in one $batch, answers in the order asked; each is a value or a PortalFault. 429s inside are retried once after the largest Retry-After ≤ 2 s. */
  batch(
    asks: readonly { method: 'GET' | 'POST'; path: string; headers?: Record<string, string> }[],
  ): Promise<(unknown | PortalFaultLike)[]>;
  /**
   * A write; never repeated here except once after a 401 that a fresh token cures. Only lib/submissions calls it.
   * Throws PortalFault with kind `unknownOutcome` when the answer was lost, unreadable or 5xx.
   */
  write(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** Up to 20 writes in one $batch, each as `write` does it: in the order given a value, or a PortalFault. Only lib/submissions calls it. */
  writeBatch(
    writes: readonly { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown }[],
  ): Promise<(unknown | PortalFaultLike)[]>;
}

export interface WirePage {
  rows: unknown[];
  /** Opaque, sealed for this session (AES-GCM): hand it to `page` again. Null at the end. */
  next: string | null;
}

/** A failed part of a batch: `instanceof PortalFault`. */
export type PortalFaultLike = Error;

/** Least scopes of contract §2.2 that the portal asks for. */
export type GraphScope =
  | 'EntitlementMgmt-SubjectAccess.ReadWrite'
  | 'EntitlementManagement.Read.All'
  | 'EntitlementManagement.ReadWrite.All'
  | 'User.Read'
  | 'User.ReadBasic.All';
