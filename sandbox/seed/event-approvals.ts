import { approvalRun, escalateStage, startStage, withStage } from '../engine/approval-stages.ts';
import { subjectSetMembers } from '../engine/subject-sets.ts';
import { openStage } from '../tenant/due.ts';
import { addDuration } from '../tenant/durations.ts';
import type { ApprovalRun, ApprovalStageRun, ApprovalStageSettings, AssignmentRequest, Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Scene } from './event.ts';
import { daysAgo } from './instants.ts';
import { personOf } from './people.ts';

const MINUTE = 60_000;

/** Lets a submitted request wait for its approval: the stages that were decided, then the open one, escalated if its time has come. */
export function waitFor(
  tenant: Tenant,
  submitted: AssignmentRequest,
  scene: Scene,
  decided: readonly [key: string, words: string][],
): void {
  const approval = approvalRun(tenant, scene.policy.requestApprovalSettings, true);
  let request = startStage(tenant, { ...submitted, approval }, 0, scene.askedAt + MINUTE);
  decided.forEach(([key, words], index) => {
    const stage = openStage(request);
    if (!stage) throw new Error(`Nothing for ${key} to decide in ${scene.event.package}`);
    const at = scene.askedAt + (index + 1) * 180 * MINUTE;
    const approved = withStage(request, stage.id, review(personOf(tenant, key), 'Approved', words, at));
    request = startStage(tenant, { ...request, approval: approved }, index + 1, at);
  });
  const stage = openStage(request);
  if (!stage?.settings.isEscalationEnabled || stage.startedAt === null) return;
  const escalatesAt = addDuration(stage.startedAt, stage.settings.durationBeforeEscalation);
  if (escalatesAt <= tenant.now()) escalateStage(tenant, request, stage, escalatesAt);
}

/** The approval of something everybody agreed to, and who they were. Nobody was asked for what an administrator or the system gave. */
export function agreed(scene: Scene): { run: ApprovalRun | null; by: string[] } {
  const { tenant, event, policy, askedAt } = scene;
  const { requestApprovalSettings: settings } = policy;
  const run = event.by === undefined ? approvalRun(tenant, settings, settings.isApprovalRequiredForAdd) : null;
  if (!run) return { run: null, by: [] };
  const stages = run.stages.map((stage, index) => {
    const person = firstApprover(scene, stage.settings);
    const at = askedAt + (index + 1) * 95 * MINUTE;
    return { ...stage, ...review(person, 'Approved', 'Fits the work.', at), startedAt: at - 90 * MINUTE };
  });
  return { run: { stages }, by: [...new Set(stages.flatMap((stage) => stage.approverIds))] };
}

/** The approval of something that the first stage refused. */
export function refused(scene: Scene, outcome: { daysAgo: number; by: string; words: string }): ApprovalRun {
  const { tenant, policy, askedAt } = scene;
  const [first, ...others] = approvalRun(tenant, policy.requestApprovalSettings, true)?.stages ?? [];
  if (!first) throw new Error(`Nobody decides about ${scene.event.package}`);
  const at = daysAgo(tenant, outcome.daysAgo, '11:05');
  return {
    stages: [{ ...first, ...review(personOf(tenant, outcome.by), 'Denied', outcome.words, at), startedAt: askedAt + MINUTE }, ...others],
  };
}

function review(person: Person, reviewResult: 'Approved' | 'Denied', justification: string, reviewedAt: number) {
  return {
    status: 'Completed',
    reviewResult,
    justification,
    reviewedBy: { id: person.id, displayName: person.displayName },
    reviewedAt,
    approverIds: [person.id],
  } satisfies Partial<ApprovalStageRun>;
}

/** Who would decide: the first of the stage's approvers, or of its fallbacks, who is not the one who asks. */
function firstApprover(scene: Scene, settings: ApprovalStageSettings): Person {
  const { tenant, event } = scene;
  const target = personOf(tenant, event.who);
  const requestor = personOf(tenant, event.askedBy ?? event.who);
  const members = [settings.primaryApprovers, settings.fallbackPrimaryApprovers].flatMap((sets) =>
    subjectSetMembers(tenant, sets, { requestor, target }),
  );
  const id = members.find((member) => member !== target.id && member !== requestor.id);
  const person = tenant.people.get(id ?? '');
  if (!person) throw new Error(`Nobody decides about ${event.package} for ${event.who}`);
  return person;
}
