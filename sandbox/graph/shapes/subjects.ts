import type { ConnectedOrganization, Subject } from '../../tenant/model.ts';
import { many, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import { userShape } from './directory.ts';

export const subjectShape: Shape<Subject> = {
  type: 'accessPackageSubject',
  properties: {
    id: (row) => row.id,
    objectId: (row) => row.objectId,
    displayName: (row) => row.displayName,
    email: (row) => row.email,
    principalName: (row) => row.principalName,
    subjectType: (row) => row.subjectType,
    subjectLifecycle: () => 'notDefined',
    onPremisesSecurityIdentifier: () => null,
  },
  relations: {
    connectedOrganization: one(
      () => organizationShape,
      (row, call) => (row.connectedOrganizationId === null ? null : call.tenant.connectedOrganizations.get(row.connectedOrganizationId)),
    ),
  },
};

export const organizationShape: Shape<ConnectedOrganization> = {
  type: 'connectedOrganization',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    state: (row) => row.state,
    identitySources: (row) =>
      row.domains.map((domainName) => ({
        '@odata.type': '#microsoft.graph.domainIdentitySource',
        displayName: row.displayName,
        domainName,
      })),
    createdDateTime: () => null,
    modifiedDateTime: () => null,
  },
  relations: {
    internalSponsors: many(
      () => userShape,
      () => [],
    ),
    externalSponsors: many(
      () => userShape,
      () => [],
    ),
  },
};
