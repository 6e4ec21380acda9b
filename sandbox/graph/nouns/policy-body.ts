import type {
  ApprovalSettings,
  ApprovalStageSettings,
  LocalizedText,
  Policy,
  Question,
  QuestionChoice,
  RequestorSettings,
  SubjectSet,
} from '../../tenant/model.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { flag, object, requiredText, text } from '../body.ts';
import { invalidModel, validate } from '../schema/validate.ts';
import type { JsonObject } from '../schema/validate.ts';
import { readExpiration } from './request-body.ts';

/** What a body says of a policy; the rest is the tenant's. */
export type PolicyFields = Omit<Policy, 'id' | 'packageId' | 'createdAt' | 'modifiedAt'>;

/**
 * Reads a policy body (contract §4.12), booleans and integers as strings accepted. Absent settings get what Graph gives them: nobody may
 * ask, nothing needs approval.
 */
export function readPolicyBody(raw: JsonObject, tenant: Tenant): PolicyFields {
  const body = validate(raw, 'accessPackageAssignmentPolicy', { scalarsAsStrings: true });
  return {
    displayName: requiredText(body, 'displayName'),
    description: text(body, 'description', null),
    allowedTargetScope: text(body, 'allowedTargetScope', 'notSpecified'),
    specificAllowedTargets: subjectSets(body, 'specificAllowedTargets'),
    expiration: readExpiration(object(body, 'expiration')),
    requestorSettings: requestorSettings(object(body, 'requestorSettings') ?? {}),
    requestApprovalSettings: approvalSettings(object(body, 'requestApprovalSettings') ?? {}),
    reviewSettings: object(body, 'reviewSettings'),
    automaticRequestSettings: object(body, 'automaticRequestSettings'),
    notificationSettings: object(body, 'notificationSettings'),
    questions: objects(body, 'questions').map((question, index) => readQuestion(question, index, tenant)),
  };
}

function objects(body: JsonObject, name: string): JsonObject[] {
  const value = body[name];
  return Array.isArray(value)
    ? value.filter((each): each is JsonObject => typeof each === 'object' && each !== null && !Array.isArray(each))
    : [];
}

function subjectSets(body: JsonObject, name: string): SubjectSet[] {
  return objects(body, name).map((set) => ({ ...set, '@odata.type': text(set, '@odata.type', '') }));
}

function requestorSettings(body: JsonObject): RequestorSettings {
  return {
    enableTargetsToSelfAddAccess: flag(body, 'enableTargetsToSelfAddAccess', false),
    enableTargetsToSelfUpdateAccess: flag(body, 'enableTargetsToSelfUpdateAccess', false),
    enableTargetsToSelfRemoveAccess: flag(body, 'enableTargetsToSelfRemoveAccess', false),
    allowCustomAssignmentSchedule: flag(body, 'allowCustomAssignmentSchedule', false),
    enableOnBehalfRequestorsToAddAccess: flag(body, 'enableOnBehalfRequestorsToAddAccess', false),
    enableOnBehalfRequestorsToUpdateAccess: flag(body, 'enableOnBehalfRequestorsToUpdateAccess', false),
    enableOnBehalfRequestorsToRemoveAccess: flag(body, 'enableOnBehalfRequestorsToRemoveAccess', false),
    onBehalfRequestors: subjectSets(body, 'onBehalfRequestors'),
  };
}

function approvalSettings(body: JsonObject): ApprovalSettings {
  const stages = objects(body, 'stages').map(stageSettings);
  if (stages.length > 3) throw invalidModel("'requestApprovalSettings/stages' has three stages at most.");
  return {
    isApprovalRequiredForAdd: flag(body, 'isApprovalRequiredForAdd', false),
    isApprovalRequiredForUpdate: flag(body, 'isApprovalRequiredForUpdate', false),
    isRequestorJustificationRequired: flag(body, 'isRequestorJustificationRequired', false),
    stages,
  };
}

function stageSettings(body: JsonObject): ApprovalStageSettings {
  return {
    durationBeforeAutomaticDenial: text(body, 'durationBeforeAutomaticDenial', 'P14D'),
    isApproverJustificationRequired: flag(body, 'isApproverJustificationRequired', false),
    isEscalationEnabled: flag(body, 'isEscalationEnabled', false),
    durationBeforeEscalation: text(body, 'durationBeforeEscalation', 'PT0S'),
    primaryApprovers: subjectSets(body, 'primaryApprovers'),
    fallbackPrimaryApprovers: subjectSets(body, 'fallbackPrimaryApprovers'),
    escalationApprovers: subjectSets(body, 'escalationApprovers'),
    fallbackEscalationApprovers: subjectSets(body, 'fallbackEscalationApprovers'),
    approverInformationVisibility: text(
      body,
      'approverInformationVisibility',
      'default',
    ) as ApprovalStageSettings['approverInformationVisibility'],
  };
}

function readQuestion(body: JsonObject, index: number, tenant: Tenant): Question {
  const type = text(body, '@odata.type', '');
  const sequence = body['sequence'];
  const common = {
    id: text(body, 'id', null) ?? tenant.newId(),
    sequence: typeof sequence === 'number' ? sequence : index,
    isRequired: flag(body, 'isRequired', false),
    isAnswerEditable: flag(body, 'isAnswerEditable', true),
    text: requiredText(body, 'text'),
    localizations: objects(body, 'localizations').map(localizedText),
  };
  if (type === '#microsoft.graph.accessPackageTextInputQuestion') {
    return {
      '@odata.type': type,
      ...common,
      isSingleLineQuestion: flag(body, 'isSingleLineQuestion', true),
      regexPattern: text(body, 'regexPattern', null),
    };
  }
  return {
    '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
    ...common,
    isMultipleSelectionAllowed: flag(body, 'isMultipleSelectionAllowed', false),
    choices: objects(body, 'choices').map(readChoice),
  };
}

function readChoice(body: JsonObject): QuestionChoice {
  const actualValue = requiredText(body, 'actualValue');
  return { actualValue, text: text(body, 'text', actualValue), localizations: objects(body, 'localizations').map(localizedText) };
}

function localizedText(body: JsonObject): LocalizedText {
  return { languageCode: requiredText(body, 'languageCode'), text: text(body, 'text', '') };
}
