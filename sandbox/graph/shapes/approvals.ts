import type { ApprovalStageRun, AssignmentRequest } from '../../tenant/model.ts';
import type { Call } from '../call.ts';
import { at, many } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';

/** A stage with what decides how this caller sees it. */
export interface StageRow {
  stage: ApprovalStageRun;
  /** False hides who decided (contract §4.10, approverInformationVisibility). */
  showsApprover: boolean;
}

/** The approval of a request; only requests that needed one are ever given here. */
export const approvalShape: Shape<AssignmentRequest> = {
  type: 'approval',
  properties: { id: (row) => row.id },
  relations: {
    stages: many(
      () => stageShape,
      (row, call) => stagesOf(row, call),
    ),
  },
};

/** The stages of a request as the caller may see them. */
export function stagesOf(request: AssignmentRequest, call: Call): StageRow[] {
  const me = call.caller.person.id;
  const mine = [request.targetId, request.requestorId].some((id) => call.tenant.subjects.get(id)?.objectId === me);
  return (request.approval?.stages ?? []).map((stage) => ({
    stage,
    showsApprover: !mine || stage.settings.approverInformationVisibility !== 'notVisible',
  }));
}

export const stageShape: Shape<StageRow> = {
  type: 'approvalStage',
  properties: {
    id: ({ stage }) => stage.id,
    displayName: ({ stage }) => stage.displayName,
    status: ({ stage }) => stage.status,
    assignedToMe: ({ stage }, call) => stage.approverIds.includes(call.caller.person.id),
    reviewResult: ({ stage }) => stage.reviewResult,
    justification: ({ stage }) => stage.justification,
    reviewedBy: ({ stage, showsApprover }) => (showsApprover ? stage.reviewedBy : null),
    reviewedDateTime: at(({ stage }) => stage.reviewedAt),
  },
  relations: {},
};
