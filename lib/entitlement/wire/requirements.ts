import { z } from '@/lib/zod';
import type { PolicyRequirements } from '../policies';
import { wireQuestions } from './questions';
import { wireSchedule } from './schedule';
import { flag, text } from './values';

/** accessPackageAssignmentRequestRequirements (contract §4.3). A policy without an id cannot be asked with and is left out. */
export const wireRequirements: z.ZodType<PolicyRequirements | null> = z
  .object({
    policyId: text,
    policyDisplayName: text,
    policyDescription: text,
    isApprovalRequiredForAdd: flag,
    isApprovalRequiredForUpdate: flag,
    isRequestorJustificationRequired: flag,
    allowCustomAssignmentSchedule: flag,
    schedule: wireSchedule,
    questions: wireQuestions,
  })
  .transform(({ schedule, questions, ...found }): PolicyRequirements | null =>
    found.policyId === '' ? null : { ...found, ...questions, expiration: schedule?.expiration ?? { kind: 'unspecified' } },
  )
  .catch(null) as z.ZodType<PolicyRequirements | null>;
