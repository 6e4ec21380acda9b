import { handler } from '@/lib/auth/handler';
import { holdingsOf } from '@/lib/entitlement/administration';
import { PortalFault } from '@/lib/portal-error';

/** What a person holds that matters to assigning a package: `?person=&package=`. */
export const GET = handler('admin', async ({ graph, request }) => {
  const search = new URL(request.url).searchParams;
  const person = search.get('person');
  const accessPackage = search.get('package');
  if (!person || !accessPackage) throw new PortalFault({ kind: 'notFound' });
  return holdingsOf(graph, person, accessPackage);
});
