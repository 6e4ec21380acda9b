import { morePackages } from '@/components/access-packages/more-packages';
import { handler } from '@/lib/auth/handler';

/** Further rows of Available: `?next=<sealed link>`. */
export const GET = handler('requestor', ({ viewer, graph, request }) => {
  const next = new URL(request.url).searchParams.get('next') ?? '';
  return morePackages(viewer, graph, next);
});
