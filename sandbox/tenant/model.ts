/**
 * What one sandbox tenant (a partition) holds. Instants are UTC milliseconds on the partition's clock, durations ISO 8601.
 * Nested settings keep Graph's own wire shape (contract §3), so that the Graph floor can answer them as they are.
 */

export type * from './policy-model.ts';
export type * from './request-model.ts';

export interface Person {
  id: string;
  userPrincipalName: string;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  mail: string | null;
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  mobilePhone: string | null;
  businessPhones: string[];
  preferredLanguage: string | null;
  userType: 'Member' | 'Guest';
  accountEnabled: boolean;
  managerId: string | null;
  /** Directory roles by display name: "Identity Governance Administrator", "Global Reader", … (contract §2.3). */
  directoryRoles: string[];
  /** App roles of the portal's registration, for the `roles` claim. */
  appRoles: string[];
  /** One sentence for the sign-in page: what this person shows. */
  about: string;
  /** The connected organisation a guest comes from. */
  connectedOrganizationId: string | null;
  /** Only seeded people are listed on the sign-in page. */
  listed: boolean;
}

export interface Group {
  id: string;
  displayName: string;
  description: string | null;
  members: string[];
}

export interface ConnectedOrganization {
  id: string;
  displayName: string;
  description: string | null;
  state: 'configured' | 'proposed';
  domains: string[];
}

export interface Catalog {
  id: string;
  displayName: string;
  description: string | null;
  catalogType: 'userManaged' | 'serviceDefault' | 'serviceManaged';
  state: 'unpublished' | 'published';
  isExternallyVisible: boolean;
  createdAt: number;
  modifiedAt: number;
}

/** A resource inside a catalog with its roles and scopes (contract §4.13). */
export interface Resource {
  id: string;
  catalogId: string;
  displayName: string;
  description: string | null;
  originId: string;
  originSystem: string;
  roles: ResourceRole[];
  scopes: ResourceScope[];
  createdAt: number;
}

export interface ResourceRole {
  id: string;
  displayName: string;
  description: string | null;
  originId: string;
  originSystem: string;
}

export interface ResourceScope {
  id: string;
  displayName: string;
  description: string | null;
  originId: string;
  originSystem: string;
  isRootScope: boolean;
}

export interface RoleScope {
  /** `{roleId}_{scopeId}` (contract §1.3). */
  id: string;
  roleId: string;
  scopeId: string;
  resourceId: string;
  createdAt: number;
}

export interface AccessPackage {
  id: string;
  catalogId: string;
  displayName: string;
  description: string | null;
  isHidden: boolean;
  createdAt: number;
  modifiedAt: number;
  roleScopes: RoleScope[];
  incompatiblePackageIds: string[];
  incompatibleGroupIds: string[];
}

/** An entry of /roleManagement/entitlementManagement/roleAssignments (contract §4.13). */
export interface RoleAssignment {
  id: string;
  principalId: string;
  roleDefinitionId: string;
  /** "/" for the whole tenant or "/AccessPackageCatalog/{id}". */
  appScopeId: string | null;
  directoryScopeId: string | null;
}

/** Entitlement management role definitions (contract §2.3). */
export const EM_ROLES = {
  catalogCreator: 'ba92d953-d8e0-4e39-a797-0cbedb0a89e8',
  catalogOwner: 'ae79f266-94d4-4dab-b730-feca7e132178',
  catalogReader: '44272f93-9762-48e8-af59-1b5351b1d6b3',
  packageManager: '7f480852-ebdc-47d4-87de-0d8498384a83',
  assignmentManager: 'e2182095-804a-4656-ae11-64734e9b7ae5',
} as const;

/** sandbox-control.md, "Delivery and shapes". */
export interface Behaviour {
  deliverySeconds: number;
  delivery: 'deliver' | 'fail' | 'partial' | 'hold' | 'waitForCallback';
  questions: 'v1.0' | 'beta';
  answers: 'v1.0' | 'legacy';
  adminAdd: 'direct' | 'asksApproval';
  pageSize: number;
  maxTop: number;
  emptyPages: boolean;
  cloud: 'global' | 'usgov' | 'china';
  expandOnFunctions: 'true' | 'ignored' | '400';
  scopes: 'union' | 'exact';
  listLagSeconds: number;
  limit: { requests: number; perSeconds: number } | null;
  tokenLifetimeSeconds: number;
  latencyMs: number;
}

/** Who is calling Graph, as the bearer token says. */
export interface Caller {
  person: Person;
  /** Delegated scopes of the token. */
  scopes: string[];
  /** `azp` of the token. */
  app: string;
  /** True when the token declares the client capability cp1. */
  cp1: boolean;
  /** Token `iat`, UTC ms of real time; revocation compares with it. */
  issuedAt: number;
}

/** A refusal in Graph's terms; the Graph floor turns it into the error envelope (contract §1.4, §9). */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
