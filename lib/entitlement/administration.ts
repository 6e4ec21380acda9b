import type { Graph } from '@/lib/graph/graph';
import type { AccessPackage, Page } from './access-packages';
import type { Expiration, PolicyRequirements } from './policies';
import type { AssignmentRequest } from './requests';
import type { Assignment } from './assignments';

/** What the signed-in person administers, as far as Graph shows (design: "who may do what"; contract §2.3, §4.13). */
export type AdminReach = { kind: 'none' } | { kind: 'tenant' } | { kind: 'catalogs' };

/** The probe of /admin with R: packages readable and role assignments of the caller. Throws consentRequired where R is not consented. */
export declare function adminReach(graph: Graph): Promise<AdminReach>;

/** Packages the administrator may read. Contract §4.2; `name` filters by contains. */
export declare function administeredPackages(graph: Graph, options?: { name?: string; next?: string }): Promise<Page<AccessPackage>>;

/** A policy as an administrator reads it (contract §4.12), with its questions. */
export interface AssignmentPolicy extends Pick<PolicyRequirements, 'questions' | 'hasUnknownRequiredQuestion' | 'allowCustomAssignmentSchedule'> {
  id: string;
  displayName: string;
  description: string;
  /** Nobody can ask with it: administrators only (allowedTargetScope notSpecified and no targets). */
  isDirectOnly: boolean;
  isApprovalRequiredForAdd: boolean;
  expiration: Expiration;
}

/** Policies of a package, direct ones first, automatic ones left out. Contract §4.2, §4.12, scope R. */
export declare function policiesOfPackage(graph: Graph, packageId: string): Promise<AssignmentPolicy[]>;

/** A request by id for an administrator. Contract §4.7, scope R. */
export declare function adminRequest(graph: Graph, id: string): Promise<AssignmentRequest | null>;

/** What a person holds or waits for that matters to assigning this package: active assignment, open request, incompatible ones, where readable. */
export interface Holdings {
  active: Assignment | null;
  open: AssignmentRequest | null;
  /** Names of held packages that exclude this one; null when not readable. */
  incompatible: string[] | null;
}

/** Contract §4.6, §4.7, §4.11, scope R. One $batch. */
export declare function holdingsOf(graph: Graph, targetObjectId: string, packageId: string): Promise<Holdings>;
