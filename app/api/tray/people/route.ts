import { handler } from '@/lib/auth/handler';
import { setTrayPeople, trayPeopleSchema } from '@/lib/drafts/tray-people';
import { PortalFault } from '@/lib/portal-error';

/** Says whom the packages of the tray are for. */
export const POST = handler('requestor', async ({ viewer, request }) => {
  const said = trayPeopleSchema.safeParse(await request.json());
  if (!said.success) throw new PortalFault({ kind: 'invalid', fields: {} });
  await setTrayPeople(viewer, said.data.people);
  return null;
});
