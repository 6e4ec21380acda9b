import { handler } from '@/lib/auth/handler';
import { administeredPackages } from '@/lib/entitlement/administration';

/** Packages the administrator may read, by part of the name: `?q=`, further ones by `?next=`. */
export const GET = handler(
  'admin',
  async ({ graph, request }) => {
    const search = new URL(request.url).searchParams;
    return administeredPackages(graph, { name: search.get('q') ?? undefined, next: search.get('next') ?? undefined });
  },
  { isSearch: true },
);
