import { z } from '@/lib/zod';
import { requestIssues, updateIssues } from './form-issues';
import type { PatternMatcher } from './pattern-match';
import type { PolicyRequirements } from './policies';

export { editableQuestions, LONGEST_JUSTIFICATION } from './form-issues';

/** What a person fills in, whatever the form. Days yyyy-mm-dd in the form's time zone. */
export interface RequestFormValues {
  /** Question id → values. */
  answers: Record<string, string[]>;
  justification: string;
  /** Null: the policy's usual period. */
  period: { startDay: string | null; endDay: string | null } | null;
}

/** What the form is checked against. */
export type FormRequirements = Pick<
  PolicyRequirements,
  'questions' | 'isRequestorJustificationRequired' | 'allowCustomAssignmentSchedule' | 'expiration'
>;

export interface FormContext {
  /** Graph's now. */
  now: Date;
  timeZone: string;
  /** Loaded by loadPatternMatcher when a question has a pattern; without it patterns are left to the service. */
  matches?: PatternMatcher;
  /** An administrator sets dates and leaves out the justification as they like (contract §4.8). */
  asAdministrator?: boolean;
}

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'date');
const shape = z.object({
  answers: z.record(z.string(), z.array(z.string())),
  justification: z.string(),
  period: z.object({ startDay: day.nullable(), endDay: day.nullable() }).nullable(),
});

/**
 * The rules of a first request or a direct assignment, the same in browser and server. Issues carry keys of `errors.fields`
 * (required, choose, chooseAny, pattern, tooLong, justification, date, startPast, endBeforeStart, endBeyond, other) at the paths
 * `answers.<question id>`, `justification`, `period.startDay`, `period.endDay`. Contract §4.3, §4.8, §6.4.
 */
export function requestFormSchema(requirements: FormRequirements, context: FormContext): z.ZodType<RequestFormValues, RequestFormValues> {
  return shape.superRefine((values, issues) => {
    for (const issue of requestIssues(requirements, values, context)) issues.addIssue({ code: 'custom', ...issue });
  });
}

/** What an update may change: the answers of editable questions (null: left as they are) and the end. */
export interface UpdateFormValues {
  answers: Record<string, string[]> | null;
  justification: string;
  /** Last day, yyyy-mm-dd in the form's time zone; null: left as it is. */
  endDay: string | null;
}

/** The rules of userUpdate and adminUpdate; issues as above, the end at `endDay`. Contract §4.8, §6.4. */
export function updateFormSchema(requirements: FormRequirements, context: FormContext): z.ZodType<UpdateFormValues, UpdateFormValues> {
  return z
    .object({ answers: shape.shape.answers.nullable(), justification: z.string(), endDay: day.nullable() })
    .superRefine((values, issues) => {
      for (const issue of updateIssues(requirements, values, context)) issues.addIssue({ code: 'custom', ...issue });
    });
}

export type AddIssue = (path: string[], message: string) => void;
