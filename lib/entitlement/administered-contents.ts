import { PortalFault } from '@/lib/portal-error';
import type { Graph } from '@/lib/graph/graph';
import { query, segment } from '@/lib/graph/odata';
import type { ResourceRole } from './access-packages';
import { isMissing, wholeOf } from './expansion';
import { EM } from './wire/paths';
import { wireResourceRole } from './wire/resource-role';
import { parseRows } from './wire/values';

/** Contents of a package as an administrator reads them; null where it is gone or not readable. Contract §4.5, scope R. */
export async function administeredContents(graph: Graph, id: string): Promise<ResourceRole[] | null> {
  try {
    const body = await graph.get(
      `${EM}/accessPackages/${segment(id)}${query({ $expand: 'resourceRoleScopes($expand=role($expand=resource),scope)' })}`,
    );
    return parseRows(wireResourceRole, await wholeOf(graph, body, 'resourceRoleScopes'));
  } catch (error) {
    if (isMissing(error) || (error instanceof PortalFault && error.error.kind === 'forbidden')) return null;
    throw error;
  }
}
