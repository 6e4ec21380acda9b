import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { config } from '@/lib/config';
import type { Graph, GraphScope } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import { PortalFault, type Result } from '@/lib/portal-error';
import type { z } from '@/lib/zod';
import { callerOf } from './caller';
import { graphFor } from './graph-for';
import { guardedViewer, requireArea, type Area } from './guard';
import { invalidFields } from './invalid-fields';
import { countOf } from './rate-limit';
import { failed } from './result';
import { requireSameOrigin, requireSmallBody } from './request-origin';
import type { Viewer } from './viewer';

export interface ActionContext {
  viewer: Viewer;
  /** Bound to the area's least writing scope. */
  graph: Graph;
}

const SCOPES: Record<Area, GraphScope> = {
  requestor: 'EntitlementMgmt-SubjectAccess.ReadWrite',
  approver: 'EntitlementManagement.ReadWrite.All',
  admin: 'EntitlementManagement.ReadWrite.All',
  people: 'User.ReadBasic.All',
};

/**
 * A server action: origin, session, viewer tag, limits, area, then the input by its schema, then the command. Never throws across the wire;
 * what goes wrong is a PortalError. Revalidates nothing: the command says what to do.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  area: Area,
  command: (context: ActionContext, input: z.output<S>) => Promise<T>,
): (tag: string, input: unknown) => Promise<Result<T>> {
  return async (tag, input) => {
    let viewer: Viewer | undefined;
    try {
      const sent = await headers();
      requireSameOrigin(sent, config().origin);
      requireSmallBody(sent);
      viewer = await guardedViewer(typeof tag === 'string' ? tag : null, true);
      await countOf('writes', await callerOf(viewer, sent));
      requireArea(viewer, area);
      const parsed = schema.safeParse(input);
      if (!parsed.success) throw new PortalFault({ kind: 'invalid', fields: invalidFields(parsed.error) });
      const graph = await graphFor(viewer, SCOPES[area]);
      return { ok: true, value: await command({ viewer, graph }, parsed.data) };
    } catch (error) {
      unstable_rethrow(error);
      return failed(error, log().child({ viewer: viewer?.oid }));
    }
  };
}
