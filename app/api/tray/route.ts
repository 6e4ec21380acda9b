import { handler } from '@/lib/auth/handler';
import { changeTray } from '@/lib/drafts/tray';
import { trayChangeSchema } from '@/lib/drafts/content';
import { PortalFault } from '@/lib/portal-error';

/** Puts a package into the tray or takes some out; answers what is in it. */
export const POST = handler('requestor', async ({ viewer, request }) => {
  const change = trayChangeSchema.safeParse(await request.json());
  if (!change.success) throw new PortalFault({ kind: 'invalid', fields: {} });
  return changeTray(viewer, change.data);
});
