import { z } from '@/lib/zod';
import type { AssignmentPolicy } from '../administration';
import { wireQuestions } from './questions';
import { wireExpiration } from './schedule';
import { flag, text } from './values';

const wireRequestorSettings = z.object({ allowCustomAssignmentSchedule: flag }).catch({ allowCustomAssignmentSchedule: false });
const wireApprovalSettings = z
  .object({ isApprovalRequiredForAdd: flag, isApprovalRequiredForUpdate: flag, isRequestorJustificationRequired: flag })
  .catch({ isApprovalRequiredForAdd: false, isApprovalRequiredForUpdate: false, isRequestorJustificationRequired: false });

/** accessPackageAssignmentPolicy (contract §3, §4.12); null for an automatic one, which nobody assigns by hand. */
export const wirePolicy: z.ZodType<AssignmentPolicy | null> = z
  .object({
    id: text,
    displayName: text,
    description: text,
    allowedTargetScope: text,
    specificAllowedTargets: z.array(z.unknown()).catch([]),
    automaticRequestSettings: z.object({}).nullable().catch(null),
    requestorSettings: wireRequestorSettings,
    requestApprovalSettings: wireApprovalSettings,
    expiration: wireExpiration,
    questions: wireQuestions,
  })
  .transform((found): AssignmentPolicy | null => {
    if (found.id === '' || found.automaticRequestSettings !== null) return null;
    return {
      id: found.id,
      displayName: found.displayName || found.id,
      description: found.description,
      isDirectOnly: found.allowedTargetScope.toLowerCase() === 'notspecified' && found.specificAllowedTargets.length === 0,
      ...found.requestApprovalSettings,
      ...found.requestorSettings,
      expiration: found.expiration,
      ...found.questions,
    };
  })
  .catch(null) as z.ZodType<AssignmentPolicy | null>;
