import 'server-only';
import type { Decision } from '@/lib/entitlement/approvals';
import type { CommandContext } from './command-parts';
import { decisionWith, recordDecision } from './decisions';
import type { DecideStageInput } from './inputs';
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
  return { ...outcome, decision: (await decisionWith(viewer, key)) ?? decision };
}
