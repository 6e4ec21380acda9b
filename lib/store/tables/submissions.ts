/** One write to Graph: committed before the socket opens (design §6). Carries ids and a hash, never answers or a justification. */
export interface SubmissionRow {
  /** Directory id of the person who sends. */
  oid: string;
  /** That of the form's draft, or of a lone action. Unique for this person. */
  key: string;
  /** Target, package, intent and subject in one: at most one open row each. */
  slot: string;
  request_type: string;
  target: string;
  access_package_id: string | null;
  access_package_name: string | null;
  /** Assignment (updates, removals) or request (cancel). */
  subject_id: string | null;
  input_hash: string;
  state: 'ready' | 'sending' | 'sent' | 'refused' | 'unknown';
  /** New with every try: who holds it may move the row on. */
  attempt: string;
  request_id: string | null;
  /** PortalError as JSON, of a refusal. */
  error: string | null;
  /** JSON list of request ids that were there before sending. */
  seen: string | null;
  created_ms: number;
  /** When this try was sent, on our clock and on Graph's. */
  sending_ms: number | null;
  graph_sending_ms: number | null;
  /** When its answer was lost. */
  lost_ms: number | null;
  /** Last look-up; of a row in `ready`: until when a process still means to send it by itself. */
  looked_ms: number | null;
  settled_ms: number | null;
}

export interface SubmissionTables {
  submissions: SubmissionRow;
}
