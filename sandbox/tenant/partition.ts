import { randomUUID } from 'node:crypto';
import { assignmentDue, openStage, requestDue } from './due.ts';
import { namedId } from './ids.ts';
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
import { MemoryTable } from './table.ts';
import type { Tenant } from './tenant.ts';
import { TimerQueue } from './timers.ts';

export const DEFAULT_BEHAVIOUR: Behaviour = {
  deliverySeconds: 3,
  delivery: 'deliver',
  questions: 'v1.0',
  answers: 'v1.0',
  adminAdd: 'direct',
  pageSize: 20,
  maxTop: 999,
  emptyPages: false,
  cloud: 'global',
  expandOnFunctions: 'true',
  scopes: 'union',
  listLagSeconds: 0,
  limit: null,
  tokenLifetimeSeconds: 3600,
  latencyMs: 0,
};

/** What a partition remembers beside its tables. */
export interface PartitionSettings {
  /** Milliseconds between this partition's clock and real time, or the instant it stands still at. */
  clock: { offset: number; frozenAt: number | null };
  behaviour: Behaviour;
  /** Scopes whose admin consent was taken away. */
  unconsented: string[];
  /** Person id → real time, UTC ms. */
  revoked: Record<string, number>;
}

/** Names of the tables as the log writes them. */
export const TABLES = [
  'people',
  'groups',
  'connectedOrganizations',
  'catalogs',
  'resources',
  'packages',
  'policies',
  'subjects',
  'assignments',
  'requests',
  'roleAssignments',
] as const;
export type TableName = (typeof TABLES)[number];

/** Hears of every change after seeding: a row put (or deleted, undefined), or the settings changed. */
export interface Recorder {
  row(table: TableName, id: string, row: { id: string } | undefined): void;
  settings(settings: PartitionSettings): void;
}

/** One tenant in memory. Without a recorder nothing is kept: while it is seeded, and in unit tests. */
export class PartitionTenant implements Tenant {
  readonly partition: string;
  readonly timers = new TimerQueue();
  recorder: Recorder | null = null;
  #settings: PartitionSettings;
  #unnamed: number | null = null;
  #members: { version: number; groups: Map<string, Group[]> } | null = null;

  readonly people = new MemoryTable<Person, 'userPrincipalName' | 'managerId'>({
    indexes: { userPrincipalName: { keysOf: (row) => row.userPrincipalName, caseless: true }, managerId: (row) => row.managerId },
    onChange: this.#record('people'),
  });
  readonly groups = new MemoryTable<Group>({ onChange: this.#record('groups') });
  readonly connectedOrganizations = new MemoryTable<ConnectedOrganization>({ onChange: this.#record('connectedOrganizations') });
  readonly catalogs = new MemoryTable<Catalog>({ onChange: this.#record('catalogs') });
  readonly resources = new MemoryTable<Resource, 'catalogId'>({
    indexes: { catalogId: (row) => row.catalogId },
    onChange: this.#record('resources'),
  });
  readonly packages = new MemoryTable<AccessPackage, 'catalogId'>({
    indexes: { catalogId: (row) => row.catalogId },
    remembers: true,
    onChange: this.#record('packages'),
  });
  readonly policies = new MemoryTable<Policy, 'packageId'>({
    indexes: { packageId: (row) => row.packageId },
    remembers: true,
    onChange: this.#record('policies'),
  });
  readonly subjects = new MemoryTable<Subject, 'objectId' | 'email'>({
    indexes: { objectId: (row) => row.objectId, email: { keysOf: (row) => row.email, caseless: true } },
    onChange: this.#record('subjects'),
  });
  readonly assignments = new MemoryTable<Assignment, 'packageId' | 'subjectId' | 'policyId' | 'createdBy' | 'packageId+subjectId'>({
    indexes: {
      packageId: (row) => row.packageId,
      subjectId: (row) => row.subjectId,
      policyId: (row) => row.policyId,
      createdBy: (row) => row.createdBy,
    },
    pairs: {
      'packageId+subjectId': {
        first: 'packageId',
        second: 'subjectId',
        matches: (row, packageId, subjectId) => row.packageId === packageId && row.subjectId === subjectId,
      },
    },
    onChange: (id, row) => {
      const at = row ? assignmentDue(row) : null;
      if (at !== null) this.timers.add({ at, table: 'assignments', id });
      this.recorder?.row('assignments', id, row);
    },
  });
  readonly requests = new MemoryTable<
    AssignmentRequest,
    'packageId' | 'targetId' | 'requestorId' | 'assignmentId' | 'state' | 'packageId+targetId' | 'approverId'
  >({
    indexes: {
      packageId: (row) => row.packageId,
      targetId: (row) => row.targetId,
      requestorId: (row) => row.requestorId,
      assignmentId: (row) => row.assignmentId,
      state: (row) => row.state,
      // Only those who may decide now: a decided request leaves an approver's list (contract §4.7).
      approverId: (row) => openStage(row)?.approverIds ?? [],
    },
    pairs: {
      'packageId+targetId': {
        first: 'packageId',
        second: 'targetId',
        matches: (row, packageId, targetId) => row.packageId === packageId && row.targetId === targetId,
      },
    },
    onChange: (id, row) => {
      const at = row ? requestDue(row) : null;
      if (at !== null) this.timers.add({ at, table: 'requests', id });
      this.recorder?.row('requests', id, row);
    },
  });
  readonly roleAssignments = new MemoryTable<RoleAssignment, 'principalId'>({
    indexes: { principalId: (row) => row.principalId },
    onChange: this.#record('roleAssignments'),
  });

  /** `latencyMs` is what the behaviour begins with. */
  constructor(partition: string, options: { latencyMs?: number } = {}) {
    this.partition = partition;
    this.#settings = {
      clock: { offset: 0, frozenAt: null },
      behaviour: { ...DEFAULT_BEHAVIOUR, latencyMs: options.latencyMs ?? 0 },
      unconsented: [],
      revoked: {},
    };
  }

  /** Lets `seed` lay out the tenant as of `at` (UTC ms): the clock stands there and fresh ids are counted, so that the same seed gives the same rows. */
  seed(at: number, seed: (tenant: Tenant) => void): void {
    const { clock } = this.#settings;
    this.#settings = { ...this.#settings, clock: { offset: 0, frozenAt: at } };
    this.#unnamed = 0;
    seed(this);
    this.#unnamed = null;
    this.#settings = { ...this.#settings, clock };
  }

  /** Takes over what a log remembers; not recorded again. */
  restore(settings: PartitionSettings): void {
    this.#settings = { ...settings, behaviour: { ...DEFAULT_BEHAVIOUR, ...settings.behaviour } };
  }

  get settings(): PartitionSettings {
    return this.#settings;
  }

  get behaviour(): Behaviour {
    return this.#settings.behaviour;
  }

  get frozen(): boolean {
    return this.#settings.clock.frozenAt !== null;
  }

  now(): number {
    const { offset, frozenAt } = this.#settings.clock;
    return frozenAt ?? Date.now() + offset;
  }

  setClock(clock: { now?: number; frozen?: boolean }): void {
    const now = clock.now ?? this.now();
    const frozen = clock.frozen ?? this.frozen;
    this.#change({ clock: { offset: now - Date.now(), frozenAt: frozen ? now : null } });
  }

  setBehaviour(changes: Partial<Behaviour>): void {
    this.#change({ behaviour: { ...this.behaviour, ...changes } });
  }

  groupsOf(personId: string): readonly Group[] {
    if (this.#members?.version !== this.groups.version) {
      const groups = new Map<string, Group[]>();
      for (const group of this.groups.values()) {
        for (const member of group.members) {
          const known = groups.get(member);
          if (known) known.push(group);
          else groups.set(member, [group]);
        }
      }
      this.#members = { version: this.groups.version, groups };
    }
    return this.#members.groups.get(personId) ?? [];
  }

  subjectOf(person: Person): Subject {
    const known = this.subjects.by('objectId', person.id)[0];
    if (known) return known;
    return this.subjects.put({
      id: this.newId(`subject ${person.id}`),
      objectId: person.id,
      displayName: person.displayName,
      email: person.mail,
      principalName: person.userPrincipalName,
      subjectType: 'user',
      connectedOrganizationId: person.connectedOrganizationId,
    });
  }

  newId(name?: string): string {
    if (name !== undefined) return namedId(this.partition, name);
    if (this.#unnamed === null) return randomUUID();
    this.#unnamed += 1;
    return namedId(this.partition, `seeded ${this.#unnamed}`);
  }

  revokedAt(personId: string): number | null {
    return this.#settings.revoked[personId] ?? null;
  }

  revoke(personId: string): void {
    // One millisecond on, so that a token of this very millisecond ends too.
    this.#change({ revoked: { ...this.#settings.revoked, [personId]: Date.now() + 1 } });
  }

  consented(scope: string): boolean {
    return !this.#settings.unconsented.includes(scope.toLowerCase());
  }

  setConsent(scope: string, granted: boolean): void {
    const others = this.#settings.unconsented.filter((name) => name !== scope.toLowerCase());
    this.#change({ unconsented: granted ? others : [...others, scope.toLowerCase()] });
  }

  #change(changes: Partial<PartitionSettings>): void {
    this.#settings = { ...this.#settings, ...changes };
    this.recorder?.settings(this.#settings);
  }

  #record(table: TableName): (id: string, row: { id: string } | undefined) => void {
    return (id, row) => this.recorder?.row(table, id, row);
  }
}
