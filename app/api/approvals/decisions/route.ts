import { withFirst } from '@/components/approvals/read-stages';
import { handler } from '@/lib/auth/handler';
import { invalidFields } from '@/lib/auth/invalid-fields';
import { PortalFault } from '@/lib/portal-error';
import { decideTogether, decisionState } from '@/lib/submissions/decide-command';
import { decideTogetherInput } from '@/lib/submissions/inputs';
import { decisionKey, stageOf } from '@/lib/submissions/stage-subject';

const MOST_ASKED = 20;

/** Decides one stage or many, one result per row; a handler, so that a page that is being left can still call it. Contract §4.10, scope W. */
export const POST = handler('approver', async ({ viewer, graph, request }) => {
  const parsed = decideTogetherInput.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw new PortalFault({ kind: 'invalid', fields: invalidFields(parsed.error) });
  const outcomes = await decideTogether({ viewer, graph }, parsed.data);
  return { rows: await withFirst(graph, outcomes), now: graph.now().getTime() };
});

/** `?stage=<request>/<stage>`: what became of decisions that were sent while a page was left; null for one that was not sent and will not be. */
export const GET = handler('approver', async ({ viewer, request }) => {
  const stages = new URL(request.url).searchParams.getAll('stage').slice(0, MOST_ASKED);
  const states = await Promise.all(
    stages.map(async (stage) => {
      const { requestId, stageId } = stageOf(stage);
      return [stage, await decisionState(viewer, decisionKey(requestId, stageId))] as const;
    }),
  );
  return { states: Object.fromEntries(states) };
});
