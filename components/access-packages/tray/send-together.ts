import 'server-only';
import { changeTray } from '@/lib/drafts/tray';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { sendRequest } from '../send-request';

/** Sends one package's request, and takes the package out of the tray once Graph has it. What could not be taken out takes nothing back. */
export async function sendTogether(
  context: Parameters<typeof sendRequest>[0],
  input: Parameters<typeof sendRequest>[1],
): Promise<SubmissionOutcome> {
  const outcome = await sendRequest(context, input);
  if (outcome.state === 'sent') await changeTray(context.viewer, { leave: [input.accessPackageId] }).catch(() => undefined);
  return outcome;
}
