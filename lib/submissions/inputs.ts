import { LONGEST_ANSWER } from '@/lib/entitlement/answer-rules';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/request-form';
import { z } from '@/lib/zod';

/** Shapes of what the screens hand to the commands; the rules of a policy are checked by the commands themselves. */

const id = z.string().min(1, 'other').max(200, 'other');
const key = z.string().min(8, 'other').max(200, 'other');
const name = z.string().max(1_000);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'date');
const answers = z
  .record(z.string().max(200), z.array(z.string().max(LONGEST_ANSWER, 'tooLong')).max(500))
  .refine((given) => Object.keys(given).length <= 500, 'other');
const justification = z.string().max(LONGEST_JUSTIFICATION, 'tooLong');
const timeZone = z.string().max(100);
const period = z.object({ startDay: day.nullable(), endDay: day.nullable() }).nullable();
/** Pressed after `unknown`: the person wants it sent once more. */
const sendAgain = z.boolean().optional();

/** A request of one's own. `key` is the draft's. */
export const submitRequestInput = z.object({
  key,
  accessPackageId: id,
  accessPackageName: name,
  policyId: id,
  answers,
  justification,
  period,
  timeZone,
  sendAgain,
});
export type SubmitRequestInput = z.output<typeof submitRequestInput>;

/** The same for somebody else (contract §4.8, on behalf); null: for oneself. `key` is made of the choice and the person. */
export const submitForInput = submitRequestInput.extend({
  target: z.object({ objectId: id, displayName: name, email: z.string().max(320) }).nullable(),
});
export type SubmitForInput = z.output<typeof submitForInput>;

/** A change of one's own assignment; null members are left as they are. `policyId` null where Graph did not tell. */
export const updateAssignmentInput = z.object({
  key,
  assignmentId: id,
  accessPackageId: id,
  accessPackageName: name,
  policyId: id.nullable(),
  answers: answers.nullable(),
  justification,
  endDay: day.nullable(),
  timeZone,
  sendAgain,
});
export type UpdateAssignmentInput = z.output<typeof updateAssignmentInput>;

/** Giving back. The package is null only where Graph did not tell. `key`: assignment and a nonce of the rendering. */
export const removeAssignmentInput = z.object({
  key,
  assignmentId: id,
  accessPackageId: id.nullable(),
  accessPackageName: name.nullable(),
  sendAgain,
});
export type RemoveAssignmentInput = z.output<typeof removeAssignmentInput>;

/** Cancelling an open request of one's own, or one that was asked for somebody else (`targetId`). */
export const cancelRequestInput = z.object({
  key,
  requestId: id,
  targetId: id.nullable().optional(),
  accessPackageId: id.nullable(),
  accessPackageName: name.nullable(),
  sendAgain,
});
export type CancelRequestInput = z.output<typeof cancelRequestInput>;

/** Deciding a stage of somebody's request. What is said about the request is for the record only. */
const decideStageInput = z.object({
  requestId: id,
  stageId: id,
  decision: z.enum(['Approve', 'Deny']),
  justification: justification.refine((words) => words.trim() !== '', 'justification'),
  accessPackageId: id.nullable(),
  accessPackageName: name.nullable(),
  targetId: id.nullable(),
  targetName: name.nullable(),
  assignmentId: id.nullable(),
  sendAgain,
});
export type DecideStageInput = z.output<typeof decideStageInput>;

/** Nobody reviews more at once; what is sent while the page is left must fit into what a browser lets go (64 KB). */
const MOST_TOGETHER = 200;

/**
 * One decision or many. Words and packages are said once and counted from zero, so that 200 decisions fit into the call that a page may
 * still make while it is left. `isLeft`: nobody waits for the answer, the server itself waits where Graph asks for it.
 */
export const decideTogetherInput = z
  .object({
    words: z.array(decideStageInput.shape.justification).max(MOST_TOGETHER),
    packages: z.array(decideStageInput.pick({ accessPackageId: true, accessPackageName: true })).max(MOST_TOGETHER),
    rows: z
      .array(
        decideStageInput
          .omit({ justification: true, accessPackageId: true, accessPackageName: true })
          .extend({ words: z.int().min(0), package: z.int().min(0).nullable() }),
      )
      .min(1)
      .max(MOST_TOGETHER),
    isLeft: z.boolean().optional(),
  })
  .transform(({ words, packages, rows, isLeft }, context) => ({
    isLeft: isLeft === true,
    decisions: rows.map(({ words: place, package: of, ...row }): DecideStageInput => {
      const justification = words[place];
      if (justification === undefined) context.addIssue({ code: 'custom', path: ['rows'], message: 'justification' });
      const { accessPackageId = null, accessPackageName = null } = (of === null ? undefined : packages[of]) ?? {};
      return { ...row, justification: justification ?? '', accessPackageId, accessPackageName };
    }),
  }));
export type DecideTogetherInput = z.output<typeof decideTogetherInput>;

/** Taking back an approval; `decisionKey` names the decision in the record. */
export const takeBackInput = z.object({ key, decisionKey: key, sendAgain });
export type TakeBackInput = z.output<typeof takeBackInput>;

const target = z.union([z.object({ objectId: id }), z.object({ email: z.email('email').max(320, 'email') })]);

/** A direct assignment. */
export const assignAccessInput = z.object({
  key,
  target,
  accessPackageId: id,
  accessPackageName: name,
  policyId: id,
  answers,
  justification,
  period,
  timeZone,
  sendAgain,
});
export type AssignAccessInput = z.output<typeof assignAccessInput>;

/** An administrator's change of an assignment. */
export const adminUpdateAssignmentInput = updateAssignmentInput.extend({ target });
export type AdminUpdateAssignmentInput = z.output<typeof adminUpdateAssignmentInput>;

/** An administrator's removal. */
export const adminRemoveAssignmentInput = removeAssignmentInput.extend({ target });
export type AdminRemoveAssignmentInput = z.output<typeof adminRemoveAssignmentInput>;
