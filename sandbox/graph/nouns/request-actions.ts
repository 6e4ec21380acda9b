import { cancelRequest, createRequest, deleteRequest, reprocessRequest, resumeRequest } from '../../engine/requests.ts';
import type { CallbackInput } from '../../engine/request-input.ts';
import { jsonBody, object, text } from '../body.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { projector } from '../odata/project.ts';
import { erase } from '../odata/shape.ts';
import { requireGuid } from '../refusals.ts';
import { EM_CONTEXT, nothing, wire } from '../reply.ts';
import type { Route } from '../routing.ts';
import { invalidModel, validate } from '../schema/validate.ts';
import { requireScope, SELF_WRITE, WRITE } from '../scopes.ts';
import { requestShape } from '../shapes/requests.ts';
import { readRequestBody } from './request-body.ts';
import { requestOf } from './requests.ts';

const REQUESTS = '/identityGovernance/entitlementManagement/assignmentRequests';

/** Creating requests and acting on them (contract §4.8, §4.9). */
export const requestActionRoutes: readonly Route[] = [
  { method: 'POST', path: REQUESTS, scopes: SELF_WRITE, run: create },
  { method: 'POST', path: `${REQUESTS}/{id}/cancel`, scopes: SELF_WRITE, run: cancel },
  { method: 'POST', path: `${REQUESTS}/{id}/reprocess`, scopes: WRITE, run: reprocess },
  { method: 'POST', path: `${REQUESTS}/{id}/resume`, scopes: WRITE, globalOnly: true, run: resume },
  { method: 'DELETE', path: `${REQUESTS}/{id}`, scopes: WRITE, run: remove },
];

/** The creation answer shows the request before anything happened to it, without its times (contract §4.8). */
const createdShape = erase({
  ...requestShape,
  properties: {
    ...requestShape.properties,
    state: () => 'submitted',
    status: () => 'Accepted',
    createdDateTime: () => null,
    completedDateTime: () => null,
  },
});

function create(call: Call): Reply {
  const input = readRequestBody(jsonBody(call));
  if (input.requestType.startsWith('admin')) requireScope(call, WRITE);
  const row = createRequest(call.tenant, call.caller, input);
  const body = projector(createdShape, { select: null, expand: [] }, call)(row);
  return wire(call, body, `${EM_CONTEXT}/assignmentRequests/$entity`, 201);
}

function cancel(call: Call): Reply {
  const row = requestOf(call);
  const own = [row.targetId, row.requestorId].some((id) => call.tenant.subjects.get(id)?.objectId === call.caller.person.id);
  if (!own) requireScope(call, WRITE);
  cancelRequest(call.tenant, call.caller, row.id);
  return nothing();
}

function reprocess(call: Call): Reply {
  const id = param(call, 'id');
  requireGuid(id);
  reprocessRequest(call.tenant, call.caller, id);
  return nothing(202);
}

function resume(call: Call): Reply {
  resumeRequest(call.tenant, call.caller, param(call, 'id'), readCallback(call));
  return nothing();
}

function readCallback(call: Call): CallbackInput {
  const { data, type, source, ...others } = jsonBody(call);
  const unknown = Object.keys(others).find((name) => !name.startsWith('@'));
  if (unknown !== undefined) throw invalidModel(`The parameter '${unknown}' does not exist on resume.`);
  if (typeof type !== 'string' || (source !== undefined && source !== null && typeof source !== 'string')) {
    throw invalidModel("'source' and 'type' must be strings.");
  }
  if (!/^#?microsoft\.graph\.accessPackageCustomExtensionStage\.assignmentRequest(?:Created|Approved|Granted|Removed)$/i.test(type)) {
    throw invalidModel(`'${type}' is no stage of a custom extension.`);
  }
  const body = object(validate({ data: data ?? null }, 'customExtensionCalloutResponse'), 'data');
  if (body === null) throw invalidModel("'data' is required.");
  const callback: CallbackInput = {};
  for (const name of ['stage', 'customExtensionStageInstanceId', 'customExtensionStageInstanceDetail', 'state'] as const) {
    const value = text(body, name, null);
    if (value !== null) callback[name] = value;
  }
  return callback;
}

function remove(call: Call): Reply {
  deleteRequest(call.tenant, call.caller, param(call, 'id'));
  return nothing();
}
