'use server';

import { action } from '@/lib/auth/action';
import { offerAgain } from '@/lib/drafts/from-request';
import { PortalFault } from '@/lib/portal-error';
import { cancelRequest } from '@/lib/submissions/commands';
import { cancelRequestInput } from '@/lib/submissions/inputs';
import { z } from '@/lib/zod';
import { requestById } from './read-requests';

/** Cancels one request of mine that nobody has decided yet. Contract §4.9, scope S. Throws refused where it has moved on. */
export const cancelMyRequest = action(cancelRequestInput, 'requestor', cancelRequest);

/** Opens a new draft with what an earlier request of mine said. */
export const askForItAgain = action(z.object({ requestId: z.string().min(1).max(200) }), 'requestor', async ({ viewer, graph }, input) => {
  const row = await requestById(viewer, graph, input.requestId);
  if (!row?.accessPackage) throw new PortalFault({ kind: 'notFound' });
  await offerAgain(viewer, row.accessPackage, row);
  return { accessPackageId: row.accessPackage.id };
});
