/**
 * Who is signed in, as the session says.
 */
export interface Viewer {
  sessionId: string;
  oid: string;
  tid: string;
  name: string;
  userPrincipalName: string;
  /** App roles of the portal's registration. */
  roles: string[];
  /** HMAC of session and oid: every page carries it, every action and writing handler sends it back. */
  tag: string;
}
