import { handler } from '@/lib/auth/handler';
import { searchPeople } from '@/lib/entitlement/people';

/** Type-ahead over the directory: `?q=`. */
export const GET = handler(
  'people',
  async ({ graph, request }) => searchPeople(graph, new URL(request.url).searchParams.get('q') ?? '', request.signal),
  { isSearch: true },
);
