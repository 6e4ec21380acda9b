'use server';

import { action } from '@/lib/auth/action';
import { discardUpdateDrafts } from '@/lib/drafts/drafts';
import { offerAgain } from '@/lib/drafts/from-request';
import { PortalFault } from '@/lib/portal-error';
import { removeAssignment, updateAssignment } from '@/lib/submissions/commands';
import { removeAssignmentInput, updateAssignmentInput } from '@/lib/submissions/inputs';
import { sentForMyself } from '@/lib/submissions/submit';
import { z } from '@/lib/zod';
import { earlierRequest } from './earlier-request';

/** Changes access I hold. Contract §4.8, userUpdate, scope S. */
export const updateMyAssignment = action(updateAssignmentInput, 'requestor', updateAssignment);

/** Gives access back; a change of it that was begun goes too. Contract §4.8, userRemove, scope S. */
export const giveItBack = action(removeAssignmentInput, 'requestor', async (context, input) => {
  const outcome = await removeAssignment(context, input);
  // What was sent stands, whatever becomes of the draft.
  if (outcome.state === 'sent') await discardUpdateDrafts(context.viewer, input.assignmentId).catch(() => undefined);
  return outcome;
});

/** Opens a new draft with what was written for an access that ended. */
export const askForAssignmentAgain = action(
  z.object({ assignmentId: z.string().min(1).max(200) }),
  'requestor',
  async ({ viewer, graph }, input) => {
    const { assignment, request } = await earlierRequest(graph, input.assignmentId);
    if (!assignment?.accessPackage) throw new PortalFault({ kind: 'notFound' });
    if (request) await offerAgain(viewer, assignment.accessPackage, request, await sentForMyself(viewer));
    return { accessPackageId: assignment.accessPackage.id };
  },
);
