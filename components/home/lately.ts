import { requestEndDay } from '@/components/status/request-words';
import type { Assignment } from '@/lib/entitlement/assignments';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { Formats } from '@/lib/i18n/formats';

/** Message `home.lately.<key>`. */
export type LatelyKey =
  | 'asked'
  | 'askedForYou'
  | 'askedChange'
  | 'ready'
  | 'extended'
  | 'changed'
  | 'givenBack'
  | 'removed'
  | 'ended'
  | 'denied'
  | 'canceled'
  | 'failed'
  | 'partly';

export interface Lately {
  key: string;
  what: LatelyKey;
  packageName: string | null;
  /** UTC ISO 8601. */
  at: string;
  /** Who asked, for `askedForYou`. */
  who?: string;
  /** For `extended`. */
  until?: string;
}

const shownDays = 30;
const shownRows = 5;

function askedWhat({ requestType, requestor, target }: AssignmentRequest): LatelyKey | null {
  if (requestType === 'userUpdate') return 'askedChange';
  if (requestType !== 'userAdd') return null;
  const self = !requestor || !target || requestor.objectId === target.objectId;
  return self ? 'asked' : 'askedForYou';
}

function outcomeWhat({ state, requestType }: AssignmentRequest, until: string | null): LatelyKey | null {
  if (state === 'denied') return 'denied';
  if (state === 'canceled') return 'canceled';
  if (state === 'deliveryFailed') return 'failed';
  if (state === 'partiallyDelivered') return 'partly';
  if (state !== 'delivered') return null;
  if (requestType === 'userRemove') return 'givenBack';
  // An expiry has its own row, from the assignment it ended.
  if (requestType === 'systemRemove') return null;
  if (requestType === 'adminRemove' || requestType === 'approverRemove') return 'removed';
  if (requestType === 'userUpdate' || requestType === 'adminUpdate' || requestType === 'systemUpdate')
    return until ? 'extended' : 'changed';
  return 'ready';
}

/** What happened in the last 30 days, newest first, five rows at most; only moments that Graph told. */
export function latelyOf(
  requests: readonly AssignmentRequest[],
  assignments: readonly Assignment[],
  now: number,
  formats: Formats,
): Lately[] {
  const fromRequests = requests.flatMap((request): Lately[] => {
    const packageName = request.accessPackage?.displayName || null;
    const until = requestEndDay(request, formats.timeZone);
    const asked = askedWhat(request);
    const outcome = outcomeWhat(request, until);
    const rows: Lately[] = [];
    if (asked && request.createdDateTime) {
      const who = asked === 'askedForYou' ? { who: request.requestor?.displayName ?? '' } : {};
      rows.push({ key: `${request.id} asked`, what: asked, packageName, at: request.createdDateTime, ...who });
    }
    if (outcome && request.completedDateTime) {
      const end = outcome === 'extended' && until ? { until: formats.day(until, now) } : {};
      rows.push({ key: `${request.id} outcome`, what: outcome, packageName, at: request.completedDateTime, ...end });
    }
    return rows;
  });
  const fromAssignments = assignments.flatMap((assignment): Lately[] => {
    const at = assignment.expiredDateTime ?? assignment.endDateTime;
    if (assignment.state !== 'expired' || !at) return [];
    return [{ key: `${assignment.id} ended`, what: 'ended', packageName: assignment.accessPackage?.displayName || null, at }];
  });
  return [...fromRequests, ...fromAssignments]
    .filter(({ at }) => Date.parse(at) <= now && now - Date.parse(at) <= shownDays * 86_400_000)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, shownRows);
}
