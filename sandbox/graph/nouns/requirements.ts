import { policiesAdmitting } from '../../engine/policies.ts';
import type { Policy, Question } from '../../tenant/model.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import type { Wire } from '../odata/project.ts';
import { wire } from '../reply.ts';
import type { Route } from '../routing.ts';
import { SELF_READ } from '../scopes.ts';
import { packageOf } from './access-packages.ts';

/** Contract §4.3. */
export const requirementRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/identityGovernance/entitlementManagement/accessPackages/{id}/getApplicablePolicyRequirements',
    scopes: SELF_READ,
    run: requirements,
  },
];

/** One entry per policy that admits the caller; the whole collection at once, as an action answers. */
function requirements(call: Call): Reply {
  const row = packageOf(call, param(call, 'id'));
  const beta = call.tenant.behaviour.questions === 'beta';
  const value = policiesAdmitting(call.tenant, call.caller.person, row.id).map((policy) => requirementOf(policy, beta));
  return wire(call, { value }, 'Collection(microsoft.graph.accessPackageAssignmentRequestRequirements)');
}

function requirementOf(policy: Policy, beta: boolean): Wire {
  const { requestApprovalSettings: approval, requestorSettings, expiration } = policy;
  return {
    policyId: policy.id,
    policyDisplayName: policy.displayName,
    policyDescription: policy.description,
    isApprovalRequiredForAdd: approval.isApprovalRequiredForAdd,
    isApprovalRequiredForUpdate: approval.isApprovalRequiredForUpdate,
    isRequestorJustificationRequired: approval.isRequestorJustificationRequired,
    allowCustomAssignmentSchedule: requestorSettings.allowCustomAssignmentSchedule,
    schedule: { startDateTime: null, recurrence: null, expiration },
    questions: beta ? policy.questions.map(betaQuestion) : policy.questions,
  };
}

/** The shape of the live example: no prefix in the type, texts as objects (contract §4.3, first trap). */
function betaQuestion(question: Question): Wire {
  const { localizations, text, choices, ...rest } = question;
  return {
    ...rest,
    '@odata.type': question['@odata.type']
      .replace('#microsoft.graph.accessPackage', '#microsoft.graph.')
      .replace(/\.(\w)(?=\w*$)/, (_all, first: string) => `.${first.toLowerCase()}`),
    text: betaText(text, localizations),
    ...(choices === undefined
      ? {}
      : { choices: choices.map((choice) => ({ actualValue: choice.actualValue, text: betaText(choice.text, choice.localizations) })) }),
  };
}

function betaText(text: string, localizations: Question['localizations']): Wire {
  return { defaultText: text, localizedTexts: localizations };
}
