import type { Assignment } from '../../tenant/model.ts';
import { at, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import { packageShape, policyShape } from './access-packages.ts';
import { subjectShape } from './subjects.ts';

export const assignmentShape: Shape<Assignment> = {
  type: 'accessPackageAssignment',
  properties: {
    id: (row) => row.id,
    state: (row) => row.state,
    status: (row) => row.status,
    expiredDateTime: at((row) => row.expiredAt),
    schedule: (row) => row.schedule,
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
    target: one(
      () => subjectShape,
      (row, call) => call.tenant.subjects.get(row.subjectId),
    ),
  },
};
