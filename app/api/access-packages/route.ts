import { morePackages } from '@/components/access-packages/more-packages';
import { handler } from '@/lib/auth/handler';

/** Rows of Available: the first ones, or further ones behind `?next=<sealed link>`. */
export const GET = handler('requestor', ({ viewer, graph, request }) => {
  const next = new URL(request.url).searchParams.get('next');
  return morePackages(viewer, graph, next);
});
