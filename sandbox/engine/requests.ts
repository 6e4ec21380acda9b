import type { AssignmentRequest, Caller } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { CallbackInput, RequestInput } from './request-input.ts';

/**
 * Takes a request (contract §4.8) and returns it as it stands: state `submitted`, status `Accepted`. The row carries its true creation
 * time; that the POST answers `createdDateTime: null` is the Graph floor's. Throws Refusal with the statuses and codes of contract §9.
 */
export function createRequest(tenant: Tenant, caller: Caller, input: RequestInput): AssignmentRequest {
  throw new Error(`Not there yet: ${tenant.partition} ${caller.app} ${input.requestType}`);
}

/** Cancels an open request: one's own, or another's with a role on its catalog. Refusal 404 unknown, 403 no right, 400 wrong state (contract §4.9). */
export function cancelRequest(tenant: Tenant, caller: Caller, requestId: string): AssignmentRequest {
  throw new Error(`Not there yet: ${tenant.partition} ${caller.app} ${requestId}`);
}

/** Delivers a failed or partial request once more, within 14 days of its completion. Needs a role. Refusal 404, 403, 400 (contract §4.9). */
export function reprocessRequest(tenant: Tenant, caller: Caller, requestId: string): AssignmentRequest {
  throw new Error(`Not there yet: ${tenant.partition} ${caller.app} ${requestId}`);
}

/** Frees a request that waits for a custom extension; `callback.state` denied or canceled ends it. Needs a role. Refusal 404, 403, 400 (contract §4.9). */
export function resumeRequest(tenant: Tenant, caller: Caller, requestId: string, callback: CallbackInput): AssignmentRequest {
  throw new Error(`Not there yet: ${tenant.partition} ${caller.app} ${requestId} ${callback.stage}`);
}

/** Deletes the record of a denied or completed request that has no assignment object. Needs a role. Refusal 404, 403, 400 (contract §4.9). */
export function deleteRequest(tenant: Tenant, caller: Caller, requestId: string): void {
  throw new Error(`Not there yet: ${tenant.partition} ${caller.app} ${requestId}`);
}

/** Re-evaluates a delivered assignment. Needs a role. Refusal 404, 403, 400 (contract §4.6). */
export function reprocessAssignment(tenant: Tenant, caller: Caller, assignmentId: string): void {
  throw new Error(`Not there yet: ${tenant.partition} ${caller.app} ${assignmentId}`);
}
