'use server';

import { action } from '@/lib/auth/action';
import { offerAgain, offerAgainFor } from '@/lib/drafts/from-request';
import { PortalFault } from '@/lib/portal-error';
import { cancelRequest } from '@/lib/submissions/commands';
import { cancelRequestInput } from '@/lib/submissions/inputs';
import { sentForMyself } from '@/lib/submissions/submit';
import { z } from '@/lib/zod';
import { createdById } from './others/read-created';
import { requestById } from './read-requests';

/** Cancels one request of mine that nobody has decided yet. Contract §4.9, scope S. Throws refused where it has moved on. */
export const cancelMyRequest = action(cancelRequestInput, 'requestor', cancelRequest);

/** Opens a new draft with what an earlier request of mine said. */
export const askForItAgain = action(z.object({ requestId: z.string().min(1).max(200) }), 'requestor', async ({ viewer, graph }, input) => {
  const row = await requestById(viewer, graph, input.requestId);
  if (!row?.accessPackage) throw new PortalFault({ kind: 'notFound' });
  await offerAgain(viewer, row.accessPackage, row, await sentForMyself(viewer));
  return { accessPackageId: row.accessPackage.id };
});

/** The same for a request I made for somebody else: the page that asks for others opens with them and with what was written. */
export const askForThemAgain = action(
  z.object({ requestId: z.string().min(1).max(200) }),
  'requestor',
  async ({ viewer, graph }, input) => {
    const row = await createdById(viewer, graph, input.requestId);
    if (!row?.accessPackage || !row.target?.objectId) throw new PortalFault({ kind: 'notFound' });
    const { objectId, displayName, email, isGuest = false } = row.target;
    await offerAgainFor(viewer, row.accessPackage, row, { objectId, displayName: displayName || email, email, isGuest });
    return { accessPackageId: row.accessPackage.id };
  },
);
