import { handler } from '@/lib/auth/handler';
import { policiesOfPackage } from '@/lib/entitlement/administration';

/** Policies of one package, direct ones first. */
export const GET = handler('admin', async ({ graph, params }) => policiesOfPackage(graph, params.accessPackageId ?? ''));
