import { z } from '@/lib/zod';
import { instant, textOrNull } from './values';

/** What a request's own policy says of the time each stage has. */
export interface PolicyInForce {
  /** UTC ISO 8601; null where Graph did not say. */
  modifiedDateTime: string | null;
  /** ISO 8601 durations, null for a stage without one. */
  denialAfter: (string | null)[];
}

const wireStage = z.object({ durationBeforeAutomaticDenial: textOrNull }).catch({ durationBeforeAutomaticDenial: null });
const wireSettings = z.object({ stages: z.array(wireStage).catch([]) }).catch({ stages: [] });

/** A request with `assignment($expand=assignmentPolicy)` (contract §3, §4.7); null where the policy is not in it. */
export const wirePolicyInForce: z.ZodType<PolicyInForce | null> = z
  .object({ assignment: z.object({ assignmentPolicy: z.object({ modifiedDateTime: instant, requestApprovalSettings: wireSettings }) }) })
  .transform(({ assignment: { assignmentPolicy: policy } }) => ({
    modifiedDateTime: policy.modifiedDateTime,
    denialAfter: policy.requestApprovalSettings.stages.map((stage) => stage.durationBeforeAutomaticDenial),
  }))
  .nullable()
  .catch(null) as z.ZodType<PolicyInForce | null>;
