import { LONGEST_ANSWER } from '@/lib/entitlement/answer-rules';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/request-form';
import { z } from '@/lib/zod';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

// Somebody who types too much keeps it until they shorten it.
const SLACK = 2;

/** What may be kept of a form, bounded; not yet what may be sent. */
export const draftContentSchema = z.object({
  policyId: z.string().max(100).nullable(),
  answers: z
    .record(z.string().max(100), z.array(z.string().max(LONGEST_ANSWER * SLACK)).max(200))
    .refine((answers) => Object.keys(answers).length <= 200),
  justification: z.string().max(LONGEST_JUSTIFICATION * SLACK),
  period: z.object({ startDay: day.nullable(), endDay: day.nullable() }).nullable(),
  timeZone: z.string().max(60).nullable(),
});
