/** What I decided through the portal, for Graph stops listing it. It counts once the submission with the same key was sent. */
export interface DecisionRow {
  /** Directory id of the person who decided. */
  oid: string;
  /** The submission's. */
  key: string;
  request_id: string;
  stage_id: string;
  decision: 'Approve' | 'Deny';
  access_package_id: string | null;
  access_package_name: string | null;
  target_id: string | null;
  target_name: string | null;
  /** As Graph told it when it was decided; null where it did not. */
  assignment_id: string | null;
  /** On Graph's clock. */
  decided_ms: number;
}

export interface DecisionTables {
  decisions: DecisionRow;
}
