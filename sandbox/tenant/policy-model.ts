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

export interface LocalizedText {
  languageCode: string;
  text: string;
}

export interface QuestionChoice {
  actualValue: string;
  text: string;
  localizations: LocalizedText[];
}

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
