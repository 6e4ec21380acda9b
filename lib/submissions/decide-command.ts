import 'server-only';
import type { Decision } from '@/lib/entitlement/approvals';
import { toApproverRemove } from '@/lib/entitlement/request-bodies';
import { PortalFault } from '@/lib/portal-error';
import type { CommandContext } from './command-parts';
import { decidedWith, recordDecision } from './decisions';
import type { DecideStageInput, TakeBackInput } from './inputs';
import { stageSubject } from './stage-subject';
import { submit, type SubmissionOutcome } from './submit';

/** What came of it; `decision` is the one that was sent, by this press or by another one of the same person. */
export type DecisionOutcome = SubmissionOutcome & { decision: Decision };

/**
 * Decides a stage (PATCH, contract §4.10), scope W. The key is the stage's draft: two presses, two tabs and a reload share it, and what was
 * sent first stands. Throws `conflict` where another approver of the stage was first, and what `submit` throws.
 */
export async function decideStage({ viewer, graph }: CommandContext, input: DecideStageInput): Promise<DecisionOutcome> {
  const { key, accessPackageId, accessPackageName, decision, justification, sendAgain } = input;
  const outcome = await submit(viewer, graph, {
    key,
    accessPackageId,
    accessPackageName,
    requestType: 'decide',
    // Another approver's submission is theirs alone: Graph says who was first.
    target: viewer.oid,
    subjectId: stageSubject(input.requestId, input.stageId),
    input: { decision, justification },
    sendAgain: sendAgain === true,
    prepare: async () => {
      await recordDecision(viewer, input, graph.now());
      return { body: { reviewResult: decision, justification: justification.trim() } };
    },
  });
  return { ...outcome, decision: (await decidedWith(viewer, key))?.decision ?? decision };
}

/**
 * Takes back an approval that was given through the portal (approverRemove, contract §4.8), scope S. Throws `notFound` where the record does
 * not say which assignment it became, and what `submit` throws.
 */
export async function takeBackApproval({ viewer, graph }: CommandContext, input: TakeBackInput): Promise<SubmissionOutcome> {
  const decided = await decidedWith(viewer, input.decisionKey);
  if (decided?.decision !== 'Approve' || decided.assignment_id === null) throw new PortalFault({ kind: 'notFound' });
  return submit(viewer, graph, {
    key: input.key,
    accessPackageId: decided.access_package_id,
    accessPackageName: decided.access_package_name,
    requestType: 'approverRemove',
    target: decided.target_id ?? '',
    subjectId: decided.assignment_id,
    body: toApproverRemove(decided.assignment_id),
    sendAgain: input.sendAgain === true,
  });
}
