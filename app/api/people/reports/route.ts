import { graphFor } from '@/lib/auth/guard';
import { handler } from '@/lib/auth/handler';
import { directReports } from '@/lib/entitlement/people';

/** The people who report to the reader. */
export const GET = handler('requestor', async ({ viewer }) => directReports(await graphFor(viewer, 'User.Read')));
