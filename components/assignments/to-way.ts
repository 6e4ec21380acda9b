import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { extension, untilEndOf } from '@/lib/entitlement/schedules';
import type { Way } from './ways';

/** A policy's requirements as a way to change access, counted from `now` in the reader's zone. */
export function toWay(requirements: PolicyRequirements, now: Date, timeZone: string): Way {
  const { lastDay } = extension(requirements.expiration, null, now, timeZone);
  return {
    policyId: requirements.policyId,
    needsApproval: requirements.isApprovalRequiredForUpdate,
    hasEditableAnswers: requirements.questions.some((question) => question.isAnswerEditable),
    lastDay,
    reaches: lastDay && untilEndOf(lastDay, requirements.expiration, now, timeZone).expiration.endDateTime,
  };
}
