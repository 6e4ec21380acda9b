import type {
  AccessPackage, Assignment, AssignmentRequest, Behaviour, Catalog, ConnectedOrganization, Group, Person, Policy, Resource, RoleAssignment, Subject,
} from './model.ts';

/** A keyed collection with secondary indexes. Every put and delete is written to the partition's log. */
export interface Table<T extends { id: string }, Index extends string = never> {
  readonly size: number;
  get(id: string): T | undefined;
  /** Inserts or replaces. Rows are treated as immutable: change by putting a new object. */
  put(row: T): T;
  delete(id: string): void;
  /** All rows in insertion order. */
  values(): IterableIterator<T>;
  /** Rows whose index has this key, in insertion order. */
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
  readonly requests: Table<AssignmentRequest, 'packageId' | 'targetId' | 'requestorId' | 'assignmentId' | 'state' | 'packageId+targetId' | 'approverId'>;
  readonly roleAssignments: Table<RoleAssignment, 'principalId'>;
  readonly behaviour: Behaviour;
  /** UTC ms on this partition's clock. */
  now(): number;
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
}
