import type { ApprovalStageSettings, Expiration, Schedule } from './policy-model.ts';

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
  | 'submitted'
  | 'pendingApproval'
  | 'delivering'
  | 'delivered'
  | 'deliveryFailed'
  | 'denied'
  | 'scheduled'
  | 'canceled'
  | 'partiallyDelivered';

export type RequestType =
  | 'userAdd'
  | 'userUpdate'
  | 'userRemove'
  | 'adminAdd'
  | 'adminUpdate'
  | 'adminRemove'
  | 'systemAdd'
  | 'systemUpdate'
  | 'systemRemove'
  | 'approverRemove';

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
