import type { Assignment, AssignmentRequest, Subject } from '../../tenant/model.ts';
import type { Call } from '../call.ts';
import { at, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import type { Wire } from '../odata/project.ts';
import { packageShape, policyShape } from './access-packages.ts';
import { assignmentShape } from './assignments.ts';
import { subjectShape } from './subjects.ts';

export const requestShape: Shape<AssignmentRequest> = {
  type: 'accessPackageAssignmentRequest',
  properties: {
    id: (row) => row.id,
    requestType: (row) => row.requestType,
    state: (row) => row.state,
    status: (row) => row.status,
    justification: (row) => row.justification,
    createdDateTime: at((row) => row.createdAt),
    completedDateTime: at((row) => row.completedAt),
    schedule: (row) => row.schedule,
    answers: (row) => row.answers,
    customExtensionCalloutInstances: (row) => row.customExtensionCalloutInstances,
  },
  relations: {
    accessPackage: one(
      () => packageShape,
      (row, call) => call.tenant.packages.get(row.packageId),
    ),
    requestor: one(
      () => subjectShape,
      (row, call) => call.tenant.subjects.get(row.requestorId),
    ),
    assignment: one(() => requestAssignmentShape, assignmentOf),
  },
  finish: (wire, call) => (call.tenant.behaviour.answers === 'legacy' ? legacy(wire) : wire),
};

/** An assignment as a request shows it: the real one, or what is to become one (contract §4.7, the example). */
type RequestAssignment = Assignment | ExpectedAssignment;

interface ExpectedAssignment {
  expected: true;
  id: string;
  state: 'delivering' | null;
  packageId: string;
  policyId: string;
  subjectId: string;
}

function assignmentOf(row: AssignmentRequest, call: Call): RequestAssignment | null {
  if (row.assignmentId !== null) return call.tenant.assignments.get(row.assignmentId) ?? null;
  const open = row.state !== 'denied' && row.state !== 'canceled';
  return {
    expected: true,
    id: call.tenant.newId(`assignment of ${row.id}`),
    state: open ? 'delivering' : null,
    packageId: row.packageId,
    policyId: row.policyId,
    subjectId: row.targetId,
  };
}

const requestAssignmentShape: Shape<RequestAssignment> = {
  type: 'accessPackageAssignment',
  properties: {
    id: (row) => row.id,
    state: (row) => row.state,
    status: (row) => ('expected' in row ? null : row.status),
    expiredDateTime: (row, call) => ('expected' in row ? null : assignmentShape.properties['expiredDateTime']?.(row, call)),
    schedule: (row) => ('expected' in row ? null : row.schedule),
    customExtensionCalloutInstances: () => [],
  },
  relations: {
    accessPackage: one(
      () => packageShape,
      (row, call) => call.tenant.packages.get(row.packageId),
    ),
    assignmentPolicy: one(
      () => policyShape,
      (row, call) => call.tenant.policies.get(row.policyId),
    ),
    target: one<RequestAssignment, Subject>(
      () => subjectShape,
      (row, call) => call.tenant.subjects.get(row.subjectId),
    ),
  },
};

const LEGACY_NAMES: Readonly<Record<string, string>> = {
  state: 'requestState',
  status: 'requestStatus',
  completedDateTime: 'completedDate',
  assignment: 'accessPackageAssignment',
  customExtensionCalloutInstances: 'customExtensionHandlerInstances',
};

/** The beta names and capitals that old answers show (contract §7). */
function legacy(wire: Wire): Wire {
  const result: Wire = {};
  for (const [name, value] of Object.entries(wire)) {
    const capital = name === 'state' || name === 'requestType';
    result[LEGACY_NAMES[name] ?? name] = capital && typeof value === 'string' ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  }
  return { ...result, isValidationOnly: false, verifiedCredentialsData: [] };
}
