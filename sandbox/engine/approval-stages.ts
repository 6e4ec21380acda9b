import type { ApprovalRun, ApprovalSettings, ApprovalStageRun, AssignmentRequest, SubjectSet } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { subjectSetMembers } from './subject-sets.ts';
import type { SubjectContext } from './subject-sets.ts';
import { moveRequest } from './transition-table.ts';

/** The approval a request carries: a copy of the policy's stages as they are now (contract §6.4), or null when nobody is asked. */
export function approvalRun(tenant: Tenant, settings: ApprovalSettings, required: boolean): ApprovalRun | null {
  if (!required || settings.stages.length === 0) return null;
  return {
    stages: settings.stages.map((stage) => ({
      id: tenant.newId(),
      displayName: null,
      status: 'Initializing',
      reviewResult: 'NotReviewed',
      justification: null,
      reviewedBy: null,
      reviewedAt: null,
      startedAt: null,
      escalated: false,
      settings: structuredClone(stage),
      approverIds: [],
    })),
  };
}

/** A copy of the request's approval with one stage changed. */
export function withStage(request: AssignmentRequest, stageId: string, changes: Partial<ApprovalStageRun>): ApprovalRun {
  return { stages: (request.approval?.stages ?? []).map((stage) => (stage.id === stageId ? { ...stage, ...changes } : stage)) };
}

/** Opens a stage: its approvers are looked up now, fallbacks where there are none (contract §3). */
export function startStage(tenant: Tenant, request: AssignmentRequest, index: number, at: number): AssignmentRequest {
  const stage = request.approval?.stages[index];
  if (!stage) return request;
  const { primaryApprovers, fallbackPrimaryApprovers } = stage.settings;
  const approverIds = approvers(tenant, request, primaryApprovers, fallbackPrimaryApprovers);
  return moveRequest(tenant, request, 'askApproval', at, {
    approval: withStage(request, stage.id, { status: 'InProgress', startedAt: at, approverIds }),
  });
}

/** Lets the escalation approvers decide too; the first ones keep their say. */
export function escalateStage(tenant: Tenant, request: AssignmentRequest, stage: ApprovalStageRun, at: number): void {
  const { escalationApprovers, fallbackEscalationApprovers } = stage.settings;
  const more = approvers(tenant, request, escalationApprovers, fallbackEscalationApprovers);
  moveRequest(tenant, request, 'escalate', at, {
    approval: withStage(request, stage.id, { escalated: true, approverIds: [...new Set([...stage.approverIds, ...more])] }),
  });
}

/** Automatic denial: the stage expires without a review (contract §6.1). */
export function denyUnanswered(tenant: Tenant, request: AssignmentRequest, stage: ApprovalStageRun, at: number): void {
  moveRequest(tenant, request, 'deny', at, { approval: withStage(request, stage.id, { status: 'Expired' }) });
}

/** Nobody decides their own request (contract §4.10), neither who asks nor who gets the access; who is left out makes room for the fallback. */
function approvers(tenant: Tenant, request: AssignmentRequest, first: readonly SubjectSet[], fallback: readonly SubjectSet[]): string[] {
  const context = peopleOf(tenant, request);
  const own = [context.requestor?.id, context.target?.id];
  const found = (sets: readonly SubjectSet[]): string[] => subjectSetMembers(tenant, sets, context).filter((id) => !own.includes(id));
  const named = found(first);
  return named.length > 0 ? named : found(fallback);
}

function peopleOf(tenant: Tenant, request: AssignmentRequest): SubjectContext {
  const person = (subjectId: string): SubjectContext['target'] => tenant.people.get(tenant.subjects.get(subjectId)?.objectId ?? '');
  return { requestor: person(request.requestorId), target: person(request.targetId) };
}
