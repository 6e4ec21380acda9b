import type { Policy, Question } from '../../tenant/model.ts';
import { at, many, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import { packageShape } from './access-packages.ts';
import { catalogShape } from './catalogs.ts';

export const policyShape: Shape<Policy> = {
  type: 'accessPackageAssignmentPolicy',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    allowedTargetScope: (row) => row.allowedTargetScope,
    specificAllowedTargets: (row) => row.specificAllowedTargets,
    expiration: (row) => row.expiration,
    requestorSettings: (row) => row.requestorSettings,
    requestApprovalSettings: (row) => row.requestApprovalSettings,
    reviewSettings: (row) => row.reviewSettings,
    automaticRequestSettings: (row) => row.automaticRequestSettings,
    notificationSettings: (row) => row.notificationSettings,
    createdDateTime: at((row) => row.createdAt),
    modifiedDateTime: at((row) => row.modifiedAt),
  },
  relations: {
    accessPackage: one(
      () => packageShape,
      (row, call) => call.tenant.packages.get(row.packageId),
    ),
    catalog: one(
      () => catalogShape,
      (row, call) => {
        const owner = call.tenant.packages.get(row.packageId);
        return owner === undefined ? null : call.tenant.catalogs.get(owner.catalogId);
      },
    ),
    questions: many(
      () => questionShape,
      (row) => row.questions,
    ),
    customExtensionStageSettings: many(
      () => questionShape,
      () => [],
    ),
  },
};

export const questionShape: Shape<Question> = {
  type: 'accessPackageQuestion',
  typeOf: (row) => row['@odata.type'],
  properties: {
    id: (row) => row.id,
    sequence: (row) => row.sequence,
    isRequired: (row) => row.isRequired,
    isAnswerEditable: (row) => row.isAnswerEditable,
    text: (row) => row.text,
    localizations: (row) => row.localizations,
    isSingleLineQuestion: (row) => row.isSingleLineQuestion,
    regexPattern: (row) => row.regexPattern,
    isMultipleSelectionAllowed: (row) => row.isMultipleSelectionAllowed,
    choices: (row) => row.choices,
  },
  relations: {},
};
