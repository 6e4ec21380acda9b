import { PortalFault } from '@/lib/portal-error';
import type { Graph } from '@/lib/graph/graph';
import { segment } from '@/lib/graph/odata';
import { requestsPath } from './admin-requests';
import { assignmentsPath, fits, isActive, type Assignment } from './assignments';
import { isOpen, type AssignmentRequest } from './requests';
import { wireAssignment } from './wire/assignment';
import { wirePackage } from './wire/package';
import { EM } from './wire/paths';
import { wireRequest } from './wire/request';
import { parseRows } from './wire/values';

/** What a person holds or waits for that matters to assigning this package: active assignment, open request, incompatible ones, where readable. */
export interface Holdings {
  active: Assignment | null;
  open: AssignmentRequest | null;
  /** Names of held packages that exclude this one; null when not readable. */
  incompatible: string[] | null;
  /** False where a list was too long to be read to its end: what was not found may be there all the same. */
  isWhole: boolean;
}

const OPEN_STATES = ['submitted', 'pendingApproval', 'scheduled', 'delivering'];

/** Contract §4.6, §4.7, §4.11, scope R. One $batch; a long list of open requests is read to its end. */
export async function holdingsOf(graph: Graph, targetObjectId: string, packageId: string): Promise<Holdings> {
  const filter = { accessPackageId: packageId, targetObjectId };
  const paths = [
    assignmentsPath(filter),
    assignmentsPath({ targetObjectId }),
    `${EM}/accessPackages/${segment(packageId)}/incompatibleAccessPackages`,
    ...OPEN_STATES.map((state) => requestsPath({ accessPackageId: packageId, state })),
  ];
  const answers = await graph.batch(paths.map((path) => ({ method: 'GET', path })));
  const lists = await Promise.all(answers.map((answer) => rowsOf(graph, answer)));
  const isWhole = lists.every((list) => list?.complete !== false);
  const [here, everywhere, excluded, ...requests] = lists.map((list) => list && list.rows);
  const active = parseRows(wireAssignment, here ?? []).find((row) => fits(row, filter) && isActive(row)) ?? null;
  const open =
    parseRows(
      wireRequest,
      requests.flatMap((rows) => rows ?? []),
    ).find((row) => isOpen(row) && row.target?.objectId?.toLowerCase() === targetObjectId.toLowerCase()) ?? null;
  return { active, open, incompatible: everywhere && excluded ? heldAmong(everywhere, excluded, targetObjectId) : null, isWhole };
}

function heldAmong(everywhere: unknown[], excluded: unknown[], targetObjectId: string): string[] {
  const ids = new Set(parseRows(wirePackage, excluded).map((found) => found.id.toLowerCase()));
  const held = parseRows(wireAssignment, everywhere).filter((row) => isActive(row) && fits(row, { targetObjectId }));
  return [
    ...new Set(
      held.flatMap(({ accessPackage }) => (accessPackage && ids.has(accessPackage.id.toLowerCase()) ? [accessPackage.displayName] : [])),
    ),
  ];
}

/** Rows of one answer, further pages included; null where the caller may not read them. */
async function rowsOf(graph: Graph, answer: unknown): Promise<{ rows: unknown[]; complete: boolean } | null> {
  if (answer instanceof Error) {
    const kind = answer instanceof PortalFault ? answer.error.kind : 'unexpected';
    if (kind === 'forbidden' || kind === 'notFound' || kind === 'refused') return null;
    throw answer;
  }
  return graph.rest(answer);
}
