import 'server-only';
import { graphFor } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { approvalsOf, type Decision } from '@/lib/entitlement/approvals';
import { policyRequirementsOf } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf, PortalFault, type PortalError } from '@/lib/portal-error';
import type { DecisionOutcome } from '@/lib/submissions/decide-command';
import { standingOf, type Standing } from './standing';

/** Which stage of a listed request is mine, or why it is not known. */
export type StageLook = { id: string } & ({ standing: Standing } | { error: PortalError });

/** With the right to decide (contract §2.2): for up to 20 requests of the list. Throws `consentRequired` where nobody has agreed to that. */
export async function readStages(viewer: Viewer, ids: readonly string[]): Promise<StageLook[]> {
  const approvals = await approvalsOf(await graphFor(viewer, 'EntitlementManagement.ReadWrite.All'), ids);
  return ids.map((id, index) => {
    const approval = approvals[index] ?? null;
    return approval instanceof PortalFault ? { id, error: approval.error } : { id, standing: standingOf(true, approval) };
  });
}

/** The questions of these packages, for reading answers in the reader's language; those that cannot be read are left out. */
export async function readQuestions(graph: Graph, packageIds: readonly string[]): Promise<Question[]> {
  if (packageIds.length === 0) return [];
  const read = await outcomeOf(policyRequirementsOf(graph, packageIds));
  return read.ok ? [...read.value.values()].flatMap((policies) => (policies ?? []).flatMap(({ questions }) => questions)) : [];
}

/** Who decided a stage before me, and when, as far as Graph tells. */
export interface First {
  decision: Decision;
  by: string | null;
  /** UTC ISO 8601. */
  at: string | null;
}

/** What came of each, with who was first where somebody was. */
export type DecidedRow = DecisionOutcome & { first?: First };

const MOST_IN_BATCH = 20;

/** Adds who was first; where that cannot be read the row says only that somebody was. */
export async function withFirst(graph: Graph, outcomes: readonly DecisionOutcome[]): Promise<DecidedRow[]> {
  const late = outcomes.filter((outcome) => 'error' in outcome && outcome.error.kind === 'conflict').slice(0, MOST_IN_BATCH);
  const approvals =
    late.length === 0
      ? []
      : await approvalsOf(
          graph,
          late.map(({ requestId }) => requestId),
        ).catch(noneWhereUnread);
  const firsts = new Map(
    late.map(({ stageId }, index) => {
      const approval = approvals[index];
      const stage = approval && !(approval instanceof PortalFault) ? approval.stages.find(({ id }) => id === stageId) : undefined;
      return [stageId, stage] as const;
    }),
  );
  return outcomes.map((outcome) => {
    const stage = firsts.get(outcome.stageId);
    if (stage?.reviewResult !== 'approved' && stage?.reviewResult !== 'denied') return outcome;
    const decision = stage.reviewResult === 'approved' ? 'Approve' : 'Deny';
    return { ...outcome, first: { decision, by: stage.reviewedBy?.displayName ?? null, at: stage.reviewedDateTime } };
  });
}

function noneWhereUnread(error: unknown): [] {
  if (error instanceof PortalFault) return [];
  throw error;
}
