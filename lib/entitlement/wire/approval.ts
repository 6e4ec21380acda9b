import { z } from '@/lib/zod';
import type { Approval, ApprovalStage } from '../approvals';
import { flag, instant, list, member, text, textOrNull } from './values';

const STATUSES = ['initializing', 'inProgress', 'completed', 'expired'] as const;
const RESULTS = ['notReviewed', 'approved', 'denied'] as const;
/** Who has not reviewed is null in the examples and an id of zeros in the text (contract §3). */
const NOBODY = /^[0-]*$/;

const wireReviewer = z
  .object({ id: text, displayName: textOrNull })
  .transform(({ id, displayName }) => (NOBODY.test(id) ? null : { id, displayName }))
  .nullable()
  .catch(null);

const wireStage = z
  .object({
    id: text,
    status: text,
    assignedToMe: flag,
    reviewResult: text,
    justification: textOrNull,
    reviewedBy: wireReviewer,
    reviewedDateTime: instant,
  })
  .transform((found): ApprovalStage | null => {
    if (found.id === '') return null;
    return { ...found, status: member(STATUSES, found.status), reviewResult: member(RESULTS, found.reviewResult) };
  });

/** approval with its stages inline (contract §3, §4.10). */
export const wireApproval: z.ZodType<Approval | null> = z
  .object({ id: text, stages: list(wireStage) })
  .transform((found): Approval | null => (found.id === '' ? null : found))
  .catch(null) as z.ZodType<Approval | null>;
