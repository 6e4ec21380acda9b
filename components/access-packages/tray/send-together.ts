import 'server-only';
import { discardDraft, openDraft } from '@/lib/drafts/drafts';
import { changeTray } from '@/lib/drafts/tray';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { sendRequest } from '../send-request';
import type { SendTogetherInput } from './send-input';

type Context = Parameters<typeof sendRequest>[0];

/**
 * Sends one request, and forgets what it was chosen and typed in once Graph has all that was chosen with it. What could not be forgotten
 * takes nothing back.
 */
export async function sendTogether(context: Context, { page, isLast, ...input }: SendTogetherInput): Promise<SubmissionOutcome> {
  const outcome = await sendRequest(context, input);
  if (outcome.state !== 'sent') return outcome;
  const forgotten = [
    ...(input.target === null ? [forgetOwnForm(context, input)] : []),
    ...(isLast
      ? [page === null ? changeTray(context.viewer, { leave: [input.accessPackageId] }) : discardDraft(context.viewer, page)]
      : []),
  ];
  await Promise.allSettled(forgotten);
  return outcome;
}

/** What was begun in the package's own form is sent with it. */
async function forgetOwnForm(
  { viewer }: Context,
  { accessPackageId, accessPackageName }: Pick<SendTogetherInput, 'accessPackageId' | 'accessPackageName'>,
): Promise<void> {
  const { key } = await openDraft(viewer, { accessPackageId, accessPackageName, intent: 'userAdd' });
  await discardDraft(viewer, key);
}
