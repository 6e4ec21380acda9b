import type { TimerQueue } from './timers.ts';
import type {
  AccessPackage,
  Assignment,
  AssignmentRequest,
  Behaviour,
  Catalog,
  ConnectedOrganization,
  Group,
  Person,
  Policy,
  Resource,
  RoleAssignment,
  Subject,
} from './model.ts';

/** A keyed collection with secondary indexes. Every put and delete is written to the partition's log. */
export interface Table<T extends { id: string }, Index extends string = never> {
  readonly size: number;
  /** Grows with every change: what was computed from the table is good while this is the same. */
  readonly version: number;
  /** Rows that were put, replaced (both of them) or deleted since that version; null when the table does not remember that far back. */
  changedSince(version: number): readonly T[] | null;
  get(id: string): T | undefined;
  /** Inserts or replaces. Rows are treated as immutable: change by putting a new object. */
  put(row: T): T;
  delete(id: string): void;
  /** All rows in insertion order. */
  values(): IterableIterator<T>;
  /**
   * Rows whose index has this key, in insertion order. A pair's key is `{first}+{second}`. People are found by user principal name, subjects
   * by e-mail, without case. The list is live: copy it before changing rows while walking it.
   */
  by(index: Index, key: string): readonly T[];
}

/** One partition: its data, clock, switches, faults and journal. */
export interface Tenant {
  readonly partition: string;
  readonly people: Table<Person, 'userPrincipalName' | 'managerId'>;
  readonly groups: Table<Group>;
  readonly connectedOrganizations: Table<ConnectedOrganization>;
  readonly catalogs: Table<Catalog>;
  readonly resources: Table<Resource, 'catalogId'>;
  readonly packages: Table<AccessPackage, 'catalogId'>;
  readonly policies: Table<Policy, 'packageId'>;
  readonly subjects: Table<Subject, 'objectId' | 'email'>;
  readonly assignments: Table<Assignment, 'packageId' | 'subjectId' | 'policyId' | 'createdBy' | 'packageId+subjectId'>;
  readonly requests: Table<
    AssignmentRequest,
    'packageId' | 'targetId' | 'requestorId' | 'assignmentId' | 'state' | 'packageId+targetId' | 'approverId'
  >;
  readonly roleAssignments: Table<RoleAssignment, 'principalId'>;
  readonly behaviour: Behaviour;
  /** What falls due by itself; filled by every put of a request or assignment. */
  readonly timers: TimerQueue;
  /** UTC ms on this partition's clock. */
  now(): number;
  readonly frozen: boolean;
  /** Turns the clock: `now` in UTC ms, `frozen` stops or starts it. The caller settles afterwards. */
  setClock(clock: { now?: number; frozen?: boolean }): void;
  /** Changes some switches. */
  setBehaviour(changes: Partial<Behaviour>): void;
  /** Directory ids → the groups they are members of. */
  groupsOf(personId: string): readonly Group[];
  /** The accessPackageSubject of a directory person, made on first need. */
  subjectOf(person: Person): Subject;
  /** A fresh GUID, unique to this partition; with a name it is deterministic: same partition and name → same id. */
  newId(name?: string): string;
  /** Instant (real time, UTC ms) from which this person's earlier tokens are revoked, or null. */
  revokedAt(personId: string): number | null;
  /** Whether the tenant has admin-consented to this scope. */
  consented(scope: string): boolean;
  setConsent(scope: string, granted: boolean): void;
  /** Ends this person's tokens and refresh tokens issued up to now (real time). */
  revoke(personId: string): void;
}
