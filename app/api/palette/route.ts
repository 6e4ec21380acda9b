import { paletteMine } from '@/components/access-packages/palette/palette-mine';
import { handler } from '@/lib/auth/handler';

/** What I hold and asked for, for the command palette. */
export const GET = handler('requestor', ({ viewer, graph }) => paletteMine(viewer, graph));
