import 'server-only';
import type { AnswerChange } from '@/components/questions/answer-changes';
import type { Viewer } from '@/lib/auth/viewer';
import { openDraft, type Draft } from '@/lib/drafts/drafts';
import { myAssignment, type Assignment } from '@/lib/entitlement/assignments';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import { policyRequirements } from '@/lib/entitlement/policies';
import { isOpen } from '@/lib/entitlement/requests';
import { extension } from '@/lib/entitlement/schedules';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf } from '@/lib/portal-error';
import { answersSince } from './answers-since';
import { readMyRequests } from './read-my-requests';
import { presentAnswers, type UpdateFacts } from './update-view';
import { wayOf } from './ways';

/** What stands behind the update form of one assignment. */
export type Updating =
  | {
      kind: 'form';
      assignment: Assignment;
      package: { id: string; name: string };
      facts: UpdateFacts;
      draft: Draft;
      /** What is asked otherwise since. */
      changes: AnswerChange[];
      /** False where not all my requests could be read: then a change may be on its way that was not found. */
      allRead: boolean;
    }
  | { kind: 'missing' }
  /** Nothing can be changed here, and why. `openRequestId`: what is on its way already. */
  | {
      kind: 'closed';
      reason: 'unknownPackage' | 'notHeld' | 'onItsWay' | 'noPolicy' | 'renew' | 'nothing';
      name: string | null;
      packageId: string | null;
      openRequestId: string | null;
    };

/**
 * Assignment, my requests and, where the link named the package, its requirements side by side; otherwise the requirements after them.
 */
export async function readUpdate(
  viewer: Viewer,
  graph: Graph,
  assignmentId: string,
  packageHint: string | null,
  timeZone: string,
  locale: string,
): Promise<Updating> {
  const [assignment, { requests, allRead }, hinted] = await Promise.all([
    myAssignment(graph, assignmentId),
    readMyRequests(graph),
    packageHint === null ? null : outcomeOf(policyRequirements(graph, packageHint)),
  ]);
  if (!assignment) return { kind: 'missing' };
  const known = assignment.accessPackage;
  const open = requests.find((request) => request.assignmentId === assignment.id && isOpen(request));
  const closed = (reason: Extract<Updating, { kind: 'closed' }>['reason']): Updating => ({
    kind: 'closed',
    reason,
    name: known?.displayName ?? null,
    packageId: known?.id ?? null,
    openRequestId: open?.id ?? null,
  });
  if (assignment.state !== 'delivered' && assignment.state !== 'partiallyDelivered') return closed('notHeld');
  if (!known) return closed('unknownPackage');
  if (open) return closed('onItsWay');
  const hintFits = known.id === packageHint && hinted?.ok;
  const policies = hintFits ? hinted.value : await policyRequirements(graph, known.id);
  if (policies.length === 0) return closed('noPolicy');
  const requirements = wayOf(assignment, policies);
  if (!requirements) return closed('renew');
  const { lastDay, isPossible } = extension(requirements.expiration, assignment.endDateTime, graph.now(), timeZone);
  const present = presentAnswers(requests, assignment.id, requirements.questions);
  if (!isPossible && Object.keys(present).length === 0) return closed('nothing');
  const draft = await openDraft(viewer, {
    accessPackageId: known.id,
    accessPackageName: known.displayName,
    intent: 'userUpdate',
    assignmentId: assignment.id,
  });
  return {
    kind: 'form',
    assignment,
    package: { id: known.id, name: known.displayName },
    facts: { requirements, lastDay, canExtend: isPossible, present },
    draft,
    changes: answersSince(requests, assignment.id, requirements, locale, await loadPatternMatcher().catch(() => undefined)),
    allRead,
  };
}
