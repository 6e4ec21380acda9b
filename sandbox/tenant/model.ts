/**
 * What one sandbox tenant (a partition) holds. Instants are UTC milliseconds on the partition's clock, durations ISO 8601.
 * Nested settings keep Graph's own wire shape (contract §3), so that the Graph floor can answer them as they are.
 */

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

/** Wire shape: `@odata.type` and its members (contract §3, subjectSet). */
export type SubjectSet = { '@odata.type': string; description?: string | null } & Record<string, unknown>;

/** Wire shape of expirationPattern. */
export interface Expiration {
  type: 'notSpecified' | 'noExpiration' | 'afterDateTime' | 'afterDuration';
  endDateTime: string | null;
  duration: string | null;
}

/** Wire shape of entitlementManagementSchedule. */
export interface Schedule {
  startDateTime: string | null;
  recurrence: null;
  expiration: Expiration;
}

export interface LocalizedText { languageCode: string; text: string }

export interface QuestionChoice { actualValue: string; text: string; localizations: LocalizedText[] }

/** Wire shape, v1.0 form (contract §3, accessPackageQuestion). */
export interface Question {
  '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion' | '#microsoft.graph.accessPackageMultipleChoiceQuestion';
  id: string;
  sequence: number;
  isRequired: boolean;
  isAnswerEditable: boolean;
  text: string;
  localizations: LocalizedText[];
  isSingleLineQuestion?: boolean;
  regexPattern?: string | null;
  isMultipleSelectionAllowed?: boolean;
  choices?: QuestionChoice[];
}

export interface RequestorSettings {
  enableTargetsToSelfAddAccess: boolean;
  enableTargetsToSelfUpdateAccess: boolean;
  enableTargetsToSelfRemoveAccess: boolean;
  allowCustomAssignmentSchedule: boolean;
  enableOnBehalfRequestorsToAddAccess: boolean;
  enableOnBehalfRequestorsToUpdateAccess: boolean;
  enableOnBehalfRequestorsToRemoveAccess: boolean;
  onBehalfRequestors: SubjectSet[];
}

export interface ApprovalStageSettings {
  durationBeforeAutomaticDenial: string;
  isApproverJustificationRequired: boolean;
  isEscalationEnabled: boolean;
  durationBeforeEscalation: string;
  primaryApprovers: SubjectSet[];
  fallbackPrimaryApprovers: SubjectSet[];
  escalationApprovers: SubjectSet[];
  fallbackEscalationApprovers: SubjectSet[];
  approverInformationVisibility: 'default' | 'notVisible' | 'visible';
}

export interface ApprovalSettings {
  isApprovalRequiredForAdd: boolean;
  isApprovalRequiredForUpdate: boolean;
  isRequestorJustificationRequired: boolean;
  stages: ApprovalStageSettings[];
}

export interface Policy {
  id: string;
  packageId: string;
  displayName: string;
  description: string | null;
  allowedTargetScope: string;
  specificAllowedTargets: SubjectSet[];
  expiration: Expiration;
  requestorSettings: RequestorSettings;
  requestApprovalSettings: ApprovalSettings;
  reviewSettings: Record<string, unknown> | null;
  automaticRequestSettings: Record<string, unknown> | null;
  notificationSettings: Record<string, unknown> | null;
  questions: Question[];
  createdAt: number;
  modifiedAt: number;
}

/** accessPackageSubject: its `id` is not the directory id; `objectId` is, and null until the person is in the directory (contract §3). */
export interface Subject {
  id: string;
  objectId: string | null;
  displayName: string;
  email: string | null;
  principalName: string | null;
  subjectType: 'notSpecified' | 'user' | 'servicePrincipal';
  connectedOrganizationId: string | null;
}

/** Wire shape of accessPackageAnswerString. */
export interface Answer {
  '@odata.type': '#microsoft.graph.accessPackageAnswerString';
  value: string;
  displayValue: string | null;
  answeredQuestion: { '@odata.type': string; id: string };
}

export type AssignmentState = 'delivering' | 'partiallyDelivered' | 'delivered' | 'expired' | 'deliveryFailed';

export interface Assignment {
  id: string;
  packageId: string;
  policyId: string;
  subjectId: string;
  state: AssignmentState;
  status: string;
  schedule: Schedule;
  answers: Answer[];
  /** Directory id of whoever created it (the requestor), for `createdBy`. */
  createdBy: string | null;
  /** Directory ids of approvers who approved it, for approverRemove. */
  approvedBy: string[];
  createdAt: number;
  expiredAt: number | null;
}

export type RequestState =
  | 'submitted' | 'pendingApproval' | 'delivering' | 'delivered' | 'deliveryFailed' | 'denied' | 'scheduled' | 'canceled' | 'partiallyDelivered';

export type RequestType =
  | 'userAdd' | 'userUpdate' | 'userRemove' | 'adminAdd' | 'adminUpdate' | 'adminRemove'
  | 'systemAdd' | 'systemUpdate' | 'systemRemove' | 'approverRemove';

export interface CalloutInstance {
  id: string;
  customExtensionId: string;
  status: 'calloutSent' | 'callbackReceived' | 'calloutFailed' | 'callbackTimedOut' | 'waitingForCallback';
  detail: string | null;
  externalCorrelationId: string | null;
}

export interface AssignmentRequest {
  id: string;
  requestType: RequestType;
  state: RequestState;
  status: string;
  justification: string | null;
  answers: Answer[];
  schedule: Schedule;
  packageId: string;
  policyId: string;
  /** Set once an assignment exists (for add types: from delivery on). */
  assignmentId: string | null;
  /** accessPackageSubject id of the person whose access changes. */
  targetId: string;
  /** accessPackageSubject id of who asked; for system types the target. */
  requestorId: string;
  createdAt: number;
  completedAt: number | null;
  /** When the engine next moves it: a submitted or delivering request without one stays where it is. */
  dueAt?: number | null;
  customExtensionCalloutInstances: CalloutInstance[];
  /** The policy's expiration when the request was made: a changed policy does not change it (contract §6.4). Absent: the policy's present one. */
  policyExpiration?: Expiration;
  /** Snapshot of the approval settings at creation: a changed policy does not change a pending request (contract §6.4). */
  approval: ApprovalRun | null;
}

/** The approval of one request; its id on the wire is the request's id (contract §3). */
export interface ApprovalRun {
  stages: ApprovalStageRun[];
}

export interface ApprovalStageRun {
  id: string;
  displayName: string | null;
  status: 'Initializing' | 'InProgress' | 'Completed' | 'Expired';
  reviewResult: 'NotReviewed' | 'Approved' | 'Denied';
  justification: string | null;
  reviewedBy: { id: string; displayName: string } | null;
  reviewedAt: number | null;
  startedAt: number | null;
  escalated: boolean;
  settings: ApprovalStageSettings;
  /** Directory ids of who may decide now, resolved when the stage starts and again at escalation. */
  approverIds: string[];
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
