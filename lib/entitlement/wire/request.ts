import { z } from '@/lib/zod';
import type { AssignmentRequest } from '../requests';
import { wireAnswers } from './answers';
import { wirePackage } from './package';
import { wireSchedule } from './schedule';
import { wireSubject } from './subject';
import { instant, list, member, text, textOrNull } from './values';

const TYPES = [
  'userAdd',
  'userUpdate',
  'userRemove',
  'adminAdd',
  'adminUpdate',
  'adminRemove',
  'systemAdd',
  'systemUpdate',
  'systemRemove',
  'approverRemove',
] as const;
const STATES = [
  'submitted',
  'pendingApproval',
  'scheduled',
  'delivering',
  'delivered',
  'partiallyDelivered',
  'deliveryFailed',
  'denied',
  'canceled',
] as const;

const wireAssignmentOf = z.object({ id: textOrNull, target: wireSubject, accessPackage: wirePackage }).nullable().catch(null);
const wireCallouts = list(z.object({ status: text, detail: text }));
const CALLOUTS = ['calloutSent', 'callbackReceived', 'calloutFailed', 'callbackTimedOut', 'waitingForCallback'] as const;
const MOST_DETAIL = 300;
/** Signs that would turn the text around them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The other system's words as a line of text, cut visibly. */
function detailOf(detail: string): string | null {
  const line = detail.replace(TURNS, '').replace(/\s+/g, ' ').trim();
  return line.length > MOST_DETAIL ? `${line.slice(0, MOST_DETAIL)}…` : line || null;
}

/** accessPackageAssignmentRequest; the beta names of old answers are read too (contract §7, reading answers). */
export const wireRequest: z.ZodType<AssignmentRequest | null> = z
  .object({
    id: text,
    requestType: text,
    state: textOrNull,
    requestState: text,
    status: textOrNull,
    requestStatus: text,
    justification: textOrNull,
    answers: wireAnswers,
    schedule: wireSchedule,
    createdDateTime: instant,
    completedDateTime: instant,
    completedDate: instant,
    accessPackage: wirePackage,
    requestor: wireSubject,
    assignment: wireAssignmentOf,
    accessPackageAssignment: wireAssignmentOf,
    customExtensionCalloutInstances: wireCallouts,
    customExtensionHandlerInstances: wireCallouts,
  })
  .transform((found): AssignmentRequest | null => {
    if (found.id === '') return null;
    const rawState = found.state ?? found.requestState;
    const rawStatus = found.status ?? found.requestStatus;
    const assignment = found.assignment ?? found.accessPackageAssignment;
    const callouts = [...found.customExtensionCalloutInstances, ...found.customExtensionHandlerInstances];
    const waits = [rawStatus, ...callouts.map((each) => each.status)];
    // What is waited for stands above what is over; the order of instances is not documented.
    const callout = callouts.find(({ status }) => member(CALLOUTS, status) === 'waitingForCallback') ?? callouts.at(-1);
    return {
      id: found.id,
      requestType: member(TYPES, found.requestType),
      state: member(STATES, rawState),
      rawState,
      rawStatus,
      justification: found.justification,
      answers: found.answers,
      schedule: found.schedule,
      createdDateTime: found.createdDateTime,
      completedDateTime: found.completedDateTime ?? found.completedDate,
      accessPackage: found.accessPackage ?? assignment?.accessPackage ?? null,
      requestor: found.requestor,
      assignmentId: assignment?.id ?? null,
      target: assignment?.target ?? null,
      waitingForCallback: waits.some((status) => status.toLowerCase() === 'waitingforcallback'),
      ...(callout && { callout: { status: member(CALLOUTS, callout.status), detail: detailOf(callout.detail) } }),
    };
  })
  .catch(null) as z.ZodType<AssignmentRequest | null>;
