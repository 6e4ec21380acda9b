import 'server-only';
import { toUserAdd, toUserAddFor, toUserRemove, toUserUpdate } from '@/lib/entitlement/request-bodies';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { requestFormSchema, updateFormSchema } from '@/lib/entitlement/request-form';
import { PortalFault } from '@/lib/portal-error';
import { about, changed, given, type CommandContext } from './command-parts';
import type { CancelRequestInput, RemoveAssignmentInput, SubmitForInput, SubmitRequestInput, UpdateAssignmentInput } from './inputs';
import { checked, formContext, freshRequirements } from './preparation';
import { submit, type SubmissionOutcome } from './submit';

export { adminRemoveAssignment, adminUpdateAssignment, assignAccess } from './admin-commands';
export type { CommandContext } from './command-parts';

/**
 * Asks for a package (userAdd, contract §4.8), for oneself or in the name of `target`. The answers are checked against the policy as it is
 * now, in the one round trip before the write: requirements answer for the caller, so whether the policy admits the pair is learnt from the
 * write alone. Throws `invalid` (fields as in `requestFormSchema`, or `policyId: policy` when it no longer admits me) and what `submit`
 * throws.
 */
export function submitRequest(
  { viewer, graph }: CommandContext,
  input: SubmitRequestInput & Partial<Pick<SubmitForInput, 'target'>>,
): Promise<SubmissionOutcome> {
  const { target } = input;
  const other = target && target.objectId.toLowerCase() !== viewer.oid.toLowerCase() ? target : null;
  return submit(viewer, graph, {
    ...about(input),
    requestType: 'userAdd',
    target: other?.objectId ?? viewer.oid,
    input,
    prepare: async () => {
      const { rules, seen } = await freshRequirements(graph, input.accessPackageId, other ? 'createdBy' : 'target');
      const requirements = usable(rules.find((each) => each.policyId.toLowerCase() === input.policyId.toLowerCase()));
      const context = await formContext(graph, input.timeZone, requirements);
      const values = checked(requestFormSchema(requirements, context), given(input));
      const asked = { policyId: requirements.policyId, accessPackageId: input.accessPackageId };
      const body = other
        ? toUserAddFor({ ...asked, other }, values, requirements, context)
        : toUserAdd({ ...asked, targetId: viewer.oid }, values, requirements, context);
      return { body, seen };
    },
  });
}

/** Changes the answers or the end of an assignment one holds (userUpdate, contract §4.8, §6.4). */
export function updateAssignment({ viewer, graph }: CommandContext, input: UpdateAssignmentInput): Promise<SubmissionOutcome> {
  return submit(viewer, graph, {
    ...about(input),
    requestType: 'userUpdate',
    target: viewer.oid,
    subjectId: input.assignmentId,
    input,
    prepare: async () => {
      const { rules, seen } = await freshRequirements(graph, input.accessPackageId);
      const requirements = usable(requirementsFor(rules, input.policyId));
      const context = await formContext(graph, input.timeZone, requirements);
      const values = checked(updateFormSchema(requirements, context), changed(input));
      return { body: toUserUpdate(input.assignmentId, values, requirements, context), seen };
    },
  });
}

/** Gives back an assignment one holds (userRemove, contract §4.8). */
export function removeAssignment({ viewer, graph }: CommandContext, input: RemoveAssignmentInput): Promise<SubmissionOutcome> {
  return submit(viewer, graph, {
    ...about(input),
    requestType: 'userRemove',
    target: viewer.oid,
    subjectId: input.assignmentId,
    body: toUserRemove(input.assignmentId),
  });
}

/** Cancels an open request I made, for myself or somebody else (contract §4.9, §6.3). A refusal means that it is no longer open, or not mine to cancel. */
export function cancelRequest({ viewer, graph }: CommandContext, input: CancelRequestInput): Promise<SubmissionOutcome> {
  return submit(viewer, graph, {
    ...about(input),
    requestType: 'cancel',
    target: input.targetId ?? viewer.oid,
    subjectId: input.requestId,
  });
}

/** The policy an assignment came from, or the only one there is. */
function requirementsFor(rules: readonly PolicyRequirements[], policyId: string | null): PolicyRequirements | undefined {
  if (policyId === null) return rules.length === 1 ? rules[0] : undefined;
  return rules.find((each) => each.policyId.toLowerCase() === policyId.toLowerCase());
}

/** Requirements that admit the person and can be met here. */
function usable(requirements: PolicyRequirements | undefined): PolicyRequirements {
  if (requirements === undefined) throw new PortalFault({ kind: 'invalid', fields: { policyId: 'policy' } });
  if (requirements.hasUnknownRequiredQuestion) throw new PortalFault({ kind: 'invalid', fields: { answers: 'other' } });
  return requirements;
}
