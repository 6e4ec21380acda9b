import type { ApprovalStageSettings, Expiration, Policy, SubjectSet } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { groupId, organizationId } from './groups.ts';
import { DAY, daysAgo, iso } from './instants.ts';
import { personId } from './people.ts';
import { toQuestions } from './questions.ts';
import type { QuestionKey } from './questions.ts';

/** Who a policy lets ask. `direct` lets nobody: administrators assign with it. */
export type Admits =
  | 'members'
  | 'everybody'
  | 'configuredPartners'
  | 'direct'
  | 'automatic'
  | { groups: readonly string[] }
  | { people: readonly string[] }
  | { organizations: readonly string[] };

/** Who decides in a stage: the requestor's manager, a group, or a person. */
export type Decides = { manager: 1 | 2 } | { group: string } | { person: string };

export interface SeededStage {
  by: readonly Decides[];
  /** When nobody in `by` exists, as a managing director's manager. */
  orElse?: readonly Decides[];
  /** Also asked after `escalatesAfter`. */
  escalatesTo?: readonly Decides[];
  escalatesAfter?: string;
  deniesAfter?: string;
  needsNoReason?: true;
}

export interface SeededPolicy {
  key: string;
  name: string;
  description?: string;
  admits: Admits;
  /** ISO 8601, `never`, or an end date so many days from now. */
  lasts: string | { untilInDays: number };
  /** People may choose a period within the limit. */
  ownDates?: true;
  asks?: readonly QuestionKey[];
  /** A justification is required. */
  why?: true;
  stages?: readonly SeededStage[];
  /** An extension needs approval again. */
  approvesUpdates?: true;
  mayExtend?: false;
  mayGiveBack?: false;
  /** Managers may ask for those who report to them; or these people for anyone. */
  onBehalf?: 'managers' | { people: readonly string[] };
}

export function policyId(tenant: Tenant, packageKey: string, key: string): string {
  return tenant.newId(`policy/${packageKey}/${key}`);
}

export function toPolicy(tenant: Tenant, packageKey: string, seeded: SeededPolicy): Policy {
  const createdAt = daysAgo(tenant, 400);
  const stages = (seeded.stages ?? []).map((stage) => toStage(tenant, stage));
  const asksNobody = seeded.admits === 'direct' || seeded.admits === 'automatic';
  const onBehalf = onBehalfRequestors(tenant, seeded.onBehalf);
  return {
    id: policyId(tenant, packageKey, seeded.key),
    packageId: tenant.newId(`package/${packageKey}`),
    displayName: seeded.name,
    description: seeded.description ?? null,
    ...admitted(tenant, seeded.admits),
    expiration: toExpiration(tenant, seeded.lasts),
    requestorSettings: {
      enableTargetsToSelfAddAccess: !asksNobody,
      enableTargetsToSelfUpdateAccess: !asksNobody && seeded.mayExtend !== false,
      enableTargetsToSelfRemoveAccess: seeded.admits !== 'automatic' && seeded.mayGiveBack !== false,
      allowCustomAssignmentSchedule: seeded.ownDates === true,
      enableOnBehalfRequestorsToAddAccess: onBehalf.length > 0,
      enableOnBehalfRequestorsToUpdateAccess: onBehalf.length > 0,
      enableOnBehalfRequestorsToRemoveAccess: onBehalf.length > 0,
      onBehalfRequestors: onBehalf,
    },
    requestApprovalSettings: {
      isApprovalRequiredForAdd: stages.length > 0,
      isApprovalRequiredForUpdate: stages.length > 0 && seeded.approvesUpdates === true,
      isRequestorJustificationRequired: seeded.why === true,
      stages,
    },
    reviewSettings: null,
    automaticRequestSettings:
      seeded.admits === 'automatic'
        ? { requestAccessForAllowedTargets: true, removeAccessWhenTargetLeavesAllowedTargets: true, gracePeriodBeforeAccessRemoval: 'P7D' }
        : null,
    notificationSettings: { isAssignmentNotificationDisabled: false },
    questions: toQuestions(tenant, `${packageKey}/${seeded.key}`, seeded.asks ?? []),
    createdAt,
    modifiedAt: createdAt,
  };
}

function admitted(tenant: Tenant, admits: Admits): Pick<Policy, 'allowedTargetScope' | 'specificAllowedTargets'> {
  if (admits === 'members') return { allowedTargetScope: 'allMemberUsers', specificAllowedTargets: [] };
  if (admits === 'everybody') return { allowedTargetScope: 'allDirectoryUsers', specificAllowedTargets: [] };
  if (admits === 'configuredPartners') return { allowedTargetScope: 'allConfiguredConnectedOrganizationUsers', specificAllowedTargets: [] };
  if (admits === 'direct') return { allowedTargetScope: 'notSpecified', specificAllowedTargets: [] };
  if (admits === 'automatic') {
    const rule = {
      '@odata.type': '#microsoft.graph.attributeRuleMembers',
      description: 'Every member',
      membershipRule: '(user.userType -eq "Member")',
    };
    return { allowedTargetScope: 'specificDirectoryUsers', specificAllowedTargets: [rule] };
  }
  if ('organizations' in admits) {
    const targets = admits.organizations.map((domain) => ({
      '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
      description: null,
      connectedOrganizationId: organizationId(tenant, domain),
    }));
    return { allowedTargetScope: 'specificConnectedOrganizationUsers', specificAllowedTargets: targets };
  }
  const sets: Decides[] = 'groups' in admits ? admits.groups.map((group) => ({ group })) : admits.people.map((person) => ({ person }));
  return { allowedTargetScope: 'specificDirectoryUsers', specificAllowedTargets: sets.map((set) => toSubjectSet(tenant, set)) };
}

function toSubjectSet(tenant: Tenant, set: Decides): SubjectSet {
  if ('manager' in set) return { '@odata.type': '#microsoft.graph.requestorManager', description: null, managerLevel: set.manager };
  if ('group' in set) {
    const group = tenant.groups.get(groupId(tenant, set.group));
    return { '@odata.type': '#microsoft.graph.groupMembers', description: group?.displayName ?? null, groupId: groupId(tenant, set.group) };
  }
  const person = tenant.people.get(personId(tenant, set.person));
  return { '@odata.type': '#microsoft.graph.singleUser', description: person?.displayName ?? null, userId: personId(tenant, set.person) };
}

function toStage(tenant: Tenant, stage: SeededStage): ApprovalStageSettings {
  const sets = (list: readonly Decides[] | undefined): SubjectSet[] => (list ?? []).map((one) => toSubjectSet(tenant, one));
  return {
    durationBeforeAutomaticDenial: stage.deniesAfter ?? 'P14D',
    isApproverJustificationRequired: stage.needsNoReason !== true,
    isEscalationEnabled: stage.escalatesTo !== undefined,
    durationBeforeEscalation: stage.escalatesTo === undefined ? 'PT0S' : (stage.escalatesAfter ?? 'P5D'),
    primaryApprovers: sets(stage.by),
    fallbackPrimaryApprovers: sets(stage.orElse),
    escalationApprovers: sets(stage.escalatesTo),
    fallbackEscalationApprovers: [],
    approverInformationVisibility: 'default',
  };
}

function toExpiration(tenant: Tenant, lasts: SeededPolicy['lasts']): Expiration {
  if (typeof lasts !== 'string') {
    const end = Math.floor(tenant.now() / DAY) * DAY + lasts.untilInDays * DAY;
    return { type: 'afterDateTime', endDateTime: iso(end), duration: null };
  }
  if (lasts === 'never') return { type: 'noExpiration', endDateTime: null, duration: null };
  return { type: 'afterDuration', endDateTime: null, duration: lasts };
}

function onBehalfRequestors(tenant: Tenant, onBehalf: SeededPolicy['onBehalf']): SubjectSet[] {
  if (onBehalf === undefined) return [];
  if (onBehalf === 'managers') return [{ '@odata.type': '#microsoft.graph.targetManager', description: null, managerLevel: 1 }];
  return onBehalf.people.map((person) => toSubjectSet(tenant, { person }));
}
