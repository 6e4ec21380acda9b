import { z } from '@/lib/zod';
import type { Assignment } from '../assignments';
import { endOf } from '../durations';
import { wirePackage } from './package';
import { wireSchedule } from './schedule';
import { wireSubject } from './subject';
import { instant, member, text, textOrNull } from './values';

const STATES = ['delivering', 'partiallyDelivered', 'delivered', 'expired', 'deliveryFailed'] as const;

/** accessPackageAssignment (contract §3). It has no creation time: the schedule's start stands for it. */
export const wireAssignment: z.ZodType<Assignment | null> = z
  .object({
    id: text,
    state: textOrNull,
    assignmentState: text,
    status: textOrNull,
    assignmentStatus: text,
    schedule: wireSchedule,
    expiredDateTime: instant,
    accessPackage: wirePackage,
    assignmentPolicy: z.object({ id: textOrNull, displayName: textOrNull }).nullable().catch(null),
    assignmentPolicyId: textOrNull,
    target: wireSubject,
  })
  .transform((found): Assignment | null => {
    if (found.id === '') return null;
    const rawState = found.state ?? found.assignmentState;
    const startDateTime = found.schedule?.startDateTime ?? null;
    return {
      id: found.id,
      state: member(STATES, rawState),
      rawState,
      rawStatus: found.status ?? found.assignmentStatus,
      schedule: found.schedule,
      startDateTime,
      endDateTime: found.schedule ? endOf(found.schedule.expiration, startDateTime) : null,
      expiredDateTime: found.expiredDateTime,
      accessPackage: found.accessPackage,
      policyId: found.assignmentPolicy?.id ?? found.assignmentPolicyId,
      policyDisplayName: found.assignmentPolicy?.displayName ?? null,
      target: found.target,
    };
  })
  .catch(null) as z.ZodType<Assignment | null>;
