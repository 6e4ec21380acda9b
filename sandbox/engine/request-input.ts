import type { Answer, RequestType, Schedule } from '../tenant/model.ts';

/** A POST assignmentRequests whose names and enum values the Graph floor has made canonical (contract §4.8, §7). */
export interface RequestInput {
  requestType: RequestType;
  /** Directory id of the target: `assignment.targetId`. */
  targetObjectId?: string;
  /** `assignment.target.email`: somebody not in the directory yet. */
  targetEmail?: string;
  target?: { objectId?: string | null; displayName?: string | null; email?: string | null };
  policyId?: string;
  packageId?: string;
  assignmentId?: string;
  justification?: string | null;
  /** As sent; `displayValue` may be missing. */
  answers?: readonly AnswerInput[];
  schedule?: Schedule | null;
  /** `parameters.bypassApproval`. */
  bypassApproval?: boolean;
}

export type AnswerInput = Pick<Answer, 'value' | 'answeredQuestion'> & { displayValue?: string | null };

/** Body of resume (contract §4.9): `state` ends the request at stage assignmentRequestCreated. */
export interface CallbackInput {
  stage?: string;
  customExtensionStageInstanceId?: string;
  customExtensionStageInstanceDetail?: string;
  state?: string;
}
