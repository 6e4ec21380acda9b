import 'server-only';
import { discardDraft } from '@/lib/drafts/drafts';
import { submitRequest } from '@/lib/submissions/commands';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { rememberedPackage } from './session-list';

/** Sends, and lets the draft go once Graph has the request. A draft that could not be dropped takes nothing back. */
export async function sendRequest(
  context: Parameters<typeof submitRequest>[0],
  input: Parameters<typeof submitRequest>[1],
): Promise<SubmissionOutcome> {
  const name = input.accessPackageName || rememberedPackage(context.viewer, input.accessPackageId)?.displayName || '';
  const outcome = await submitRequest(context, { ...input, accessPackageName: name });
  if (outcome.state === 'sent') await discardDraft(context.viewer, input.key).catch(() => undefined);
  return outcome;
}
