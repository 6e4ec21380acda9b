import { handler } from '@/lib/auth/handler';
import { administeredContents } from '@/lib/entitlement/administered-contents';

/** What one package gives; null where it cannot be read. */
export const GET = handler('admin', async ({ graph, params }) => administeredContents(graph, params.accessPackageId ?? ''));
