/** One signed-in browser. `id` is the hash of the cookie's value: the table alone opens nothing. */
export interface SessionRow {
  id: string;
  tid: string;
  oid: string;
  /** Sealed JSON: API token, name, user principal name, roles. */
  sealed: string;
  created_ms: number;
  /** Last navigation or action of the person; renewals do not count. */
  seen_ms: number;
  /** Absolute end. */
  ends_ms: number;
  /** Graph's clock minus ours, from its Date header. */
  graph_offset_ms: number;
}

/** A Graph token got on behalf of a person; dies with its session. */
export interface OboTokenRow {
  /** Hash over tid, oid, assertion and scope. */
  key: string;
  session_id: string;
  sealed: string;
  expires_ms: number;
}

/** Fixed windows of the rate limits. */
export interface RateWindowRow {
  key: string;
  window_ms: number;
  count: number;
}

export interface AuthTables {
  sessions: SessionRow;
  obo_tokens: OboTokenRow;
  rate_windows: RateWindowRow;
}
