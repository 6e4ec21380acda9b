import type { Assignment, AssignmentState } from '@/lib/entitlement/assignments';
import { refusalReason, type RefusalReason } from '@/lib/entitlement/refusal-codes';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { Holdings } from '@/lib/entitlement/administration';
import type { PortalError } from '@/lib/portal-error';

/** States an administrator can filter by, in the order of the select. */
export const FILTER_STATES = [
  'delivered',
  'delivering',
  'partiallyDelivered',
  'deliveryFailed',
  'expired',
] as const satisfies readonly AssignmentState[];

/** What the address of the list asks for. */
export interface ListFilter {
  accessPackageId?: string;
  packageName?: string;
  state?: (typeof FILTER_STATES)[number];
  targetObjectId?: string;
  personName?: string;
}

type Search = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

/** Filter from the page's query string; unknown states are left out. */
export function readFilter(search: Search): ListFilter {
  const state = one(search.state);
  return {
    accessPackageId: one(search.package),
    packageName: one(search.packageName),
    state: FILTER_STATES.find((known) => known === state),
    targetObjectId: one(search.person),
    personName: one(search.personName),
  };
}

/** The filter as a query string, without the question mark. */
export function writeFilter(filter: ListFilter): string {
  const query = new URLSearchParams();
  if (filter.accessPackageId) query.set('package', filter.accessPackageId);
  if (filter.packageName) query.set('packageName', filter.packageName);
  if (filter.state) query.set('state', filter.state);
  if (filter.targetObjectId) query.set('person', filter.targetObjectId);
  if (filter.personName) query.set('personName', filter.personName);
  return query.toString();
}

/** What an administrator may do with a row (contract §6.3): active ones change and go, those being set up wait, ended ones are over. */
export function actionsFor(assignment: Pick<Assignment, 'state'>): 'change' | 'wait' | 'over' {
  switch (assignment.state) {
    case 'delivered':
    case 'partiallyDelivered':
    case 'deliveryFailed':
      return 'change';
    case 'expired':
      return 'over';
    default:
      return 'wait';
  }
}

/** Final states of a request: nothing more will come (contract §6.2). */
export function isSettled(request: Pick<AssignmentRequest, 'state'>): boolean {
  return ['delivered', 'partiallyDelivered', 'deliveryFailed', 'denied', 'canceled'].includes(request.state);
}

const REFUSED: Readonly<Record<string, string>> = {
  incompatible: 'refusedIncompatible',
  outsidePolicy: 'refusedPolicy',
  notPermitted: 'refusedForbidden',
  noRight: 'refusedForbidden',
  open: 'refusedOpen',
  held: 'refusedActive',
} satisfies Partial<Record<RefusalReason, string>>;

/** Which sentence says why a row was not sent or refused; every refusal reads well with an unknown code (contract §9). */
export function refusalWords(error: PortalError): string {
  switch (error.kind) {
    case 'alreadyRequested':
      return error.assignmentId ? 'refusedActive' : 'refusedOpen';
    case 'forbidden':
      return 'refusedForbidden';
    case 'invalid':
      return error.fields.policyId === undefined ? 'refusedAnswers' : 'refusedPolicyGone';
    case 'refused':
      return REFUSED[refusalReason(error.code) ?? ''] ?? (error.status === 403 ? 'refusedForbidden' : 'refusedWhy');
    default:
      return 'notSentHint';
  }
}

/** True when Graph itself said no: pressing again would get the same answer. */
export function isRefusal(error: PortalError): boolean {
  return ['alreadyRequested', 'forbidden', 'invalid', 'refused', 'conflict', 'notFound'].includes(error.kind);
}

/** What stands in the way of assigning, most telling first. */
export function holdingWords(
  holdings: Holdings,
): 'holdActive' | 'holdOpen' | 'holdIncompatible' | 'holdUnfinished' | 'holdClear' | 'holdClearPartly' {
  if (holdings.active) return 'holdActive';
  if (holdings.open) return 'holdOpen';
  if (holdings.incompatible?.length) return 'holdIncompatible';
  if (!holdings.isWhole) return 'holdUnfinished';
  return holdings.incompatible === null ? 'holdClearPartly' : 'holdClear';
}

/** The person of an assignment as the commands want them: directory id, or the address of somebody not in the directory. */
export function targetOf(assignment: Pick<Assignment, 'target'>): { objectId: string } | { email: string } {
  return assignment.target?.objectId ? { objectId: assignment.target.objectId } : { email: assignment.target?.email ?? '' };
}
