import 'server-only';
import { toAdminAdd, toAdminRemove, toAdminUpdate } from '@/lib/entitlement/request-bodies';
import { requestFormSchema, updateFormSchema, type FormRequirements } from '@/lib/entitlement/request-form';
import type { Graph } from '@/lib/graph/graph';
import { PortalFault } from '@/lib/portal-error';
import { about, changed, given, type CommandContext } from './command-parts';
import type { AdminRemoveAssignmentInput, AdminUpdateAssignmentInput, AssignAccessInput } from './inputs';
import { checked, formContext, freshPolicy } from './preparation';
import { submit, type SubmissionOutcome } from './submit';

/**
 * Assigns a package directly (adminAdd, contract §4.8), scope W. Answers and dates are checked against the policy as it is now, in the one
 * round trip before the write. Throws `invalid` and what `submit` throws. What state follows is Graph's to say (contract §9).
 */
export function assignAccess({ viewer, graph }: CommandContext, input: AssignAccessInput): Promise<SubmissionOutcome> {
  return submit(viewer, graph, {
    ...about(input),
    requestType: 'adminAdd',
    target: addressOf(input.target),
    input,
    prepare: async () => {
      const { requirements, seen } = await usablePolicy(graph, input.policyId, input.accessPackageId);
      const context = await formContext(graph, input.timeZone, requirements, true);
      const values = checked(requestFormSchema(requirements, context), given(input));
      const whom = 'email' in input.target ? input.target : { targetId: input.target.objectId };
      const body = toAdminAdd({ ...whom, policyId: input.policyId, accessPackageId: input.accessPackageId }, values, requirements, context);
      return { body, seen };
    },
  });
}

/** Changes the end or the answers of anybody's assignment (adminUpdate, contract §4.8), scope W. */
export function adminUpdateAssignment({ viewer, graph }: CommandContext, input: AdminUpdateAssignmentInput): Promise<SubmissionOutcome> {
  return submit(viewer, graph, {
    ...about(input),
    requestType: 'adminUpdate',
    target: addressOf(input.target),
    subjectId: input.assignmentId,
    input,
    prepare: async () => {
      // Without the policy only the end can be changed, and Graph has the last word on it.
      const read =
        input.policyId === null ? { requirements: UNREAD, seen: [] } : await usablePolicy(graph, input.policyId, input.accessPackageId);
      const { requirements, seen } = read;
      const context = await formContext(graph, input.timeZone, requirements, true);
      const values = checked(updateFormSchema(requirements, context), changed(input));
      return { body: toAdminUpdate(input.assignmentId, values, requirements, context), seen };
    },
  });
}

/** Takes away anybody's assignment (adminRemove, contract §4.8), scope W. */
export function adminRemoveAssignment({ viewer, graph }: CommandContext, input: AdminRemoveAssignmentInput): Promise<SubmissionOutcome> {
  return submit(viewer, graph, {
    ...about(input),
    requestType: 'adminRemove',
    target: addressOf(input.target),
    subjectId: input.assignmentId,
    body: toAdminRemove(input.assignmentId),
  });
}

const UNREAD: FormRequirements = {
  questions: [],
  isRequestorJustificationRequired: false,
  allowCustomAssignmentSchedule: true,
  expiration: { kind: 'unspecified' },
};

async function usablePolicy(
  graph: Graph,
  policyId: string,
  packageId: string,
): Promise<{ requirements: FormRequirements; seen: string[] }> {
  const { rules, seen } = await freshPolicy(graph, policyId, packageId);
  if (rules === null) throw new PortalFault({ kind: 'invalid', fields: { policyId: 'policy' } });
  if (rules.hasUnknownRequiredQuestion) throw new PortalFault({ kind: 'invalid', fields: { answers: 'other' } });
  return { requirements: rules, seen };
}

function addressOf(target: AssignAccessInput['target']): string {
  return 'email' in target ? target.email : target.objectId;
}
