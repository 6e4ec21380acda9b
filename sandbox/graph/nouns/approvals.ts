import { decideStage, mayReadApproval, pendingFor } from '../../engine/approvals.ts';
import { listed } from '../../engine/listing.ts';
import type { AssignmentRequest } from '../../tenant/model.ts';
import { requireRight } from '../access.ts';
import { jsonBody, text } from '../body.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { enumParameter, functionOptions } from '../functions.ts';
import { page } from '../odata/page.ts';
import { projector } from '../odata/project.ts';
import { erase } from '../odata/shape.ts';
import { notFound } from '../refusals.ts';
import { collection, EM_CONTEXT, nothing, wire } from '../reply.ts';
import type { Route } from '../routing.ts';
import { invalidModel, validate } from '../schema/validate.ts';
import { READ, WRITE } from '../scopes.ts';
import { approvalShape, stageShape, stagesOf } from '../shapes/approvals.ts';

const APPROVALS = '/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals';
const CONTEXT = `${EM_CONTEXT}/accessPackageAssignmentApprovals`;

/** Contract §4.10. Listing and deciding need ReadWrite.All, reading one does not (contract §2.2). */
export const approvalRoutes: readonly Route[] = [
  { method: 'GET', path: `${APPROVALS}/filterByCurrentUser(on)`, scopes: WRITE, run: mine },
  { method: 'GET', path: `${APPROVALS}/{id}`, scopes: READ, run: get },
  { method: 'GET', path: `${APPROVALS}/{id}/stages`, scopes: READ, run: stages },
  { method: 'GET', path: `${APPROVALS}/{id}/stages/{stage}`, scopes: READ, run: stage },
  { method: 'PATCH', path: `${APPROVALS}/{id}/stages/{stage}`, scopes: WRITE, run: decide },
];

function mine(call: Call): Reply {
  const { tenant, caller } = call;
  const on = enumParameter(call, 'on', 'approvalFilterByCurrentUserOptions');
  const own = tenant.subjects.by('objectId', caller.person.id);
  const rows =
    on === 'approver'
      ? pendingFor(tenant, caller.person.id)
      : own
          .flatMap(({ id }) => tenant.requests.by(on === 'target' ? 'targetId' : 'requestorId', id))
          .filter(({ approval }) => approval !== null);
  const found = page(call, rows, approvalShape, functionOptions(call), { also: (row) => listed(tenant, row as AssignmentRequest) });
  return collection(call, found, CONTEXT);
}

/** The request whose approval the URL names. Throws 404 where none was ever needed, 403 without the right to read it. */
function approvalOf(call: Call): AssignmentRequest {
  const id = param(call, 'id');
  const row = call.tenant.requests.get(id);
  if (row === undefined || row.approval === null) throw notFound(`approval ${id}`);
  requireRight(mayReadApproval(call.tenant, call.caller.person, row), 'only approvers and administrators read an approval.');
  return row;
}

/** Stages come inline, without $expand (contract §3, approval). */
function get(call: Call): Reply {
  const row = approvalOf(call);
  const { select, expand } = call.options;
  const inline = { name: 'stages', options: { ...call.options, select: null, expand: [], filter: null, top: null } };
  const body = projector(erase(approvalShape), { select, expand: expand.length === 0 ? [inline] : expand }, call)(row);
  return wire(call, body, `${CONTEXT}/$entity`);
}

function stages(call: Call): Reply {
  const row = approvalOf(call);
  const rows = stagesOf(row, call).map((each) => ({ ...each, id: each.stage.id }));
  return collection(call, page(call, rows, stageShape, call.options), `${CONTEXT}('${row.id}')/stages`);
}

function stage(call: Call): Reply {
  const row = approvalOf(call);
  const found = stagesOf(row, call).find((each) => each.stage.id === param(call, 'stage'));
  if (found === undefined) throw notFound(`approval stage ${param(call, 'stage')}`);
  const { select, expand } = call.options;
  return wire(call, projector(erase(stageShape), { select, expand }, call)(found), `${CONTEXT}('${row.id}')/stages/$entity`);
}

function decide(call: Call): Reply {
  const body = validate(jsonBody(call), 'approvalStage');
  const result = text(body, 'reviewResult', '').toLowerCase();
  // The verbs are sent, the participles read (contract §4.10, traps).
  if (result !== 'approve' && result !== 'deny') throw invalidModel("'reviewResult' must be 'Approve' or 'Deny'.");
  decideStage(
    call.tenant,
    call.caller,
    param(call, 'id'),
    param(call, 'stage'),
    result === 'approve' ? 'Approve' : 'Deny',
    text(body, 'justification', null),
  );
  return nothing();
}
