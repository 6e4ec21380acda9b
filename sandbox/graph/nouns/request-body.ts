import type { AnswerInput, RequestInput } from '../../engine/request-input.ts';
import type { Expiration, RequestType, Schedule } from '../../tenant/model.ts';
import { object, text } from '../body.ts';
import { enumMember } from '../schema/schema.ts';
import type { TypeRef } from '../schema/types.ts';
import { invalidModel, validate } from '../schema/validate.ts';
import type { JsonObject } from '../schema/validate.ts';

const string: TypeRef = { name: 'Edm.String', collection: false };

/** Members that Graph takes although the metadata does not declare them (contract §8.1, §8.2). */
const UNDECLARED = {
  accessPackageAssignment: { targetId: string, assignmentPolicyId: string, accessPackageId: string },
  accessPackageAssignmentRequest: { parameters: { name: 'accessPackageAssignmentRequestParameters', collection: false } },
};

/** Never asked for by a client (contract §4.8). */
const NOT_FOR_CLIENTS: readonly string[] = ['notSpecified', 'onBehalfAdd', 'systemAdd', 'systemUpdate', 'systemRemove'];

/** Reads a POST assignmentRequests body: both names of `assignment`, enums in any case, read-only members ignored (contract §4.8, §7). */
export function readRequestBody(raw: JsonObject): RequestInput {
  const body = validate(withV1Names(raw), 'accessPackageAssignmentRequest', { undeclared: UNDECLARED });
  const requestType = text(body, 'requestType', null);
  if (requestType === null || NOT_FOR_CLIENTS.includes(requestType))
    throw invalidModel(`requestType '${String(requestType)}' cannot be requested.`);
  const assignment = object(body, 'assignment');
  if (assignment === null) throw invalidModel("The property 'assignment' is required.");
  const target = object(assignment, 'target');
  const schedule = object(body, 'schedule');
  const parameters = object(body, 'parameters');
  return withoutUndefined({
    requestType: requestType as RequestType,
    targetObjectId: text(assignment, 'targetId', undefined),
    policyId: text(assignment, 'assignmentPolicyId', undefined) ?? idOf(assignment, 'assignmentPolicy'),
    packageId: text(assignment, 'accessPackageId', undefined) ?? idOf(assignment, 'accessPackage') ?? idOf(body, 'accessPackage'),
    assignmentId: text(assignment, 'id', undefined),
    ...(target === null ? {} : readTarget(target)),
    justification: text(body, 'justification', null),
    answers: readAnswers(body),
    schedule: schedule === null ? null : readSchedule(schedule),
    bypassApproval: parameters?.['bypassApproval'] === true,
  });
}

function withV1Names(raw: JsonObject): JsonObject {
  const { accessPackageAssignment, ...rest } = raw;
  if (accessPackageAssignment !== undefined && rest['assignment'] !== undefined) {
    throw invalidModel("'assignment' and 'accessPackageAssignment' are the same thing; only one may be sent.");
  }
  const assignment = accessPackageAssignment ?? rest['assignment'];
  if (typeof assignment !== 'object' || assignment === null || Array.isArray(assignment)) return raw;
  // `assignment.schedule` with `stopDateTime` is a leftover of an official example and without effect (contract §4.8).
  const kept = Object.fromEntries(Object.entries(assignment).filter(([name]) => name !== 'schedule'));
  return { ...rest, assignment: kept };
}

function idOf(body: JsonObject, name: string): string | undefined {
  return text(object(body, name) ?? {}, 'id', undefined);
}

function readTarget(target: JsonObject): Pick<RequestInput, 'target' | 'targetEmail'> {
  const objectId = text(target, 'objectId', null);
  const email = text(target, 'email', null);
  return {
    target: { objectId, email, displayName: text(target, 'displayName', null) },
    ...(objectId === null && email !== null ? { targetEmail: email } : {}),
  };
}

function readAnswers(body: JsonObject): AnswerInput[] {
  const answers = body['answers'];
  if (!Array.isArray(answers)) return [];
  return answers.map((each) => {
    const answer = typeof each === 'object' && each !== null && !Array.isArray(each) ? each : {};
    const question = object(answer, 'answeredQuestion');
    const id = question === null ? null : text(question, 'id', null);
    const value = text(answer, 'value', null);
    if (question === null || id === null || value === null)
      throw invalidModel('Every answer needs a value and an answeredQuestion with its id.');
    return {
      value,
      displayValue: text(answer, 'displayValue', null),
      answeredQuestion: { '@odata.type': text(question, '@odata.type', ''), id },
    };
  });
}

/** A schedule in the engine's shape; access reviews' recurrence has no meaning here (contract §3). */
export function readSchedule(schedule: JsonObject): Schedule {
  if (schedule['recurrence'] !== undefined && schedule['recurrence'] !== null) throw invalidModel("'schedule/recurrence' must be null.");
  return {
    startDateTime: text(schedule, 'startDateTime', null),
    recurrence: null,
    expiration: readExpiration(object(schedule, 'expiration')),
  };
}

/** An expirationPattern with the members its type needs and forbids (contract §3). */
export function readExpiration(expiration: JsonObject | null): Expiration {
  if (expiration === null) return { type: 'notSpecified', endDateTime: null, duration: null };
  const type = enumMember('expirationPatternType', text(expiration, 'type', 'notSpecified')) as Expiration['type'];
  const endDateTime = text(expiration, 'endDateTime', null);
  const duration = text(expiration, 'duration', null);
  if (type === 'afterDuration' && (duration === null || endDateTime !== null))
    throw invalidModel("'afterDuration' needs a duration and no endDateTime.");
  if (type === 'afterDateTime' && endDateTime === null) throw invalidModel("'afterDateTime' needs an endDateTime.");
  return { type, endDateTime, duration };
}

/** Leaves absent members out, so that "not sent" and "sent as nothing" stay apart. */
function withoutUndefined(input: RequestInput): RequestInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as unknown as RequestInput;
}
