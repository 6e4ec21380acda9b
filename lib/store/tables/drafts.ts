/** A half-filled form: one per person, package, intent and assignment. */
export interface DraftRow {
  /** Random; also the submission's key. */
  key: string;
  oid: string;
  access_package_id: string;
  access_package_name: string;
  /**
   * `tray`: the packages chosen together, about none of its own; `together`: the page that answers for them, or for one package and others;
   * `letEnd`: no form, only the note that an access may end.
   */
  intent: 'userAdd' | 'userUpdate' | 'decide' | 'tray' | 'together' | 'letEnd';
  /** '' where the intent has none; for decide both ids of the stage; for letEnd the assignment and its end. */
  assignment_id: string;
  /** Sealed JSON; null until something was typed. */
  sealed: string | null;
  updated_ms: number;
}

export interface DraftTables {
  drafts: DraftRow;
}
