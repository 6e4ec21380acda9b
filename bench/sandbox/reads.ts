import { EM } from './stage.ts';
import type { Stage } from './stage.ts';
import type { Sent } from './client.ts';

/** Every documented call that only reads (contract §4 and §5), by the name it is reported under. */
export function reads(stage: Stage): Record<string, Sent> {
  const admin = (path: string, headers?: Record<string, string>): Sent => ({
    method: 'GET',
    path: path.replaceAll(' ', '%20'),
    token: stage.admin,
    headers,
  });
  const self = (path: string): Sent => ({ method: 'GET', path, token: stage.employee });
  const eventual = { ConsistencyLevel: 'eventual' };
  const mine = `${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')`;
  return {
    'GET catalogs': admin(`${EM}/catalogs`),
    'GET catalogs $filter contains': admin(`${EM}/catalogs?$filter=contains(tolower(displayName),'branch')`),
    'GET catalogs/{id}': admin(`${EM}/catalogs/${stage.catalogId}`),
    'GET catalogs/{id}/resources $expand': admin(`${EM}/catalogs/${stage.catalogId}/resources?$expand=roles,scopes`),
    'GET accessPackages': admin(`${EM}/accessPackages`),
    'GET accessPackages $filter contains': admin(`${EM}/accessPackages?$filter=contains(displayName,'direct')`),
    'GET accessPackages/{id} $expand': admin(
      `${EM}/accessPackages/${stage.packageId}?$expand=catalog,assignmentPolicies,resourceRoleScopes($expand=role,scope)`,
    ),
    'GET accessPackages filterByCurrentUser': self(mine),
    'GET accessPackages filterByCurrentUser $top=999': self(`${mine}?$top=999`),
    'POST getApplicablePolicyRequirements': {
      method: 'POST',
      path: `${EM}/accessPackages/${stage.packageId}/getApplicablePolicyRequirements`,
      token: stage.employee,
    },
    'GET accessPackageSuggestions': self(
      `${EM}/accessPackageSuggestions/filterByCurrentUser(on='relatedPeopleAssignments,assignmentHistory')?$expand=accessPackage`,
    ),
    'GET availableAccessPackages resourceRoleScopes': self(
      `${EM}/availableAccessPackages/${stage.packageId}/resourceRoleScopes?$expand=role,scope`,
    ),
    'GET incompatibleAccessPackages': admin(`${EM}/accessPackages/${stage.packageId}/incompatibleAccessPackages`),
    'GET accessPackagesIncompatibleWith': admin(`${EM}/accessPackages/${stage.packageId}/accessPackagesIncompatibleWith`),
    'GET incompatibleGroups': admin(`${EM}/accessPackages/${stage.packageId}/incompatibleGroups`),
    'GET assignments filterByCurrentUser target': self(
      `${EM}/assignments/filterByCurrentUser(on='target')?$expand=accessPackage,assignmentPolicy`,
    ),
    'GET assignments filterByCurrentUser createdBy': self(`${EM}/assignments/filterByCurrentUser(on='createdBy')`),
    'GET assignments': admin(`${EM}/assignments?$expand=accessPackage,target,assignmentPolicy`),
    'GET assignments $filter state': admin(`${EM}/assignments?$filter=state eq 'Delivered'&$expand=target`),
    'GET assignments $filter rare state': admin(`${EM}/assignments?$filter=state eq 'partiallyDelivered'`),
    'GET assignments $filter package': admin(`${EM}/assignments?$filter=accessPackage/id eq '${stage.packageId}'&$expand=target`),
    'GET assignments $filter package and state': admin(
      `${EM}/assignments?$filter=accessPackage/id eq '${stage.packageId}' and state eq 'Delivered'`,
    ),
    'GET assignments $filter policy': admin(`${EM}/assignments?$filter=assignmentPolicy/id eq '${stage.policyId}'`),
    'GET assignments $filter target': admin(`${EM}/assignments?$filter=target/objectid eq '${stage.employeeId}'`),
    'GET assignments/{id} $expand': admin(`${EM}/assignments/${stage.assignmentId}?$expand=accessPackage,target,assignmentPolicy`),
    'GET assignments additionalAccess': admin(
      `${EM}/assignments/additionalAccess(accessPackageId='${stage.packageId}',incompatibleAccessPackageId='${stage.neighbourId}')`,
    ),
    'GET assignmentRequests filterByCurrentUser target': self(
      `${EM}/assignmentRequests/filterByCurrentUser(on='target')?$expand=accessPackage,assignment`,
    ),
    'GET assignmentRequests filterByCurrentUser createdBy': self(`${EM}/assignmentRequests/filterByCurrentUser(on='createdBy')`),
    'GET assignmentRequests filterByCurrentUser approver': {
      ...self(`${EM}/assignmentRequests/filterByCurrentUser(on='approver')`),
      token: stage.admin,
    },
    'GET assignmentRequests': admin(`${EM}/assignmentRequests?$expand=accessPackage,requestor`),
    'GET assignmentRequests $filter package': admin(`${EM}/assignmentRequests?$filter=accessPackage/id eq '${stage.packageId}'`),
    'GET assignmentRequests $filter state': admin(`${EM}/assignmentRequests?$filter=state eq 'pendingApproval'`),
    'GET accessPackageAssignmentApprovals filterByCurrentUser': admin(
      `${EM}/accessPackageAssignmentApprovals/filterByCurrentUser(on='approver')`,
    ),
    'GET assignmentPolicies': admin(`${EM}/assignmentPolicies?$expand=accessPackage`),
    'GET assignmentPolicies $filter': admin(`${EM}/assignmentPolicies?$filter=displayName eq 'Members'`),
    'GET assignmentPolicies/{id} $expand': admin(
      `${EM}/assignmentPolicies/${stage.policyId}?$expand=accessPackage,questions,customExtensionStageSettings`,
    ),
    'GET settings': admin(`${EM}/settings`),
    'GET roleAssignments $filter': admin(
      `/v1.0/roleManagement/entitlementManagement/roleAssignments?$filter=principalId eq '${stage.employeeId}'&$expand=roleDefinition`,
    ),
    'GET me': self('/v1.0/me'),
    'GET me/directReports': self('/v1.0/me/directReports'),
    'GET users/{id}/manager': admin(`/v1.0/users/${stage.employeeId}/manager`),
    'GET users $search': admin(
      `/v1.0/users?$search="displayName:an" OR "mail:an"&$select=id,displayName,mail,userPrincipalName&$top=10`,
      eventual,
    ),
    'GET users $filter startswith': admin(`/v1.0/users?$filter=startswith(displayName,'an')&$top=10`),
    'POST $batch of 20': {
      method: 'POST',
      path: '/v1.0/$batch',
      token: stage.employee,
      body: {
        requests: Array.from({ length: 20 }, (_, id) => ({
          id: String(id),
          method: 'POST',
          url: `${EM.slice('/v1.0'.length)}/accessPackages/${stage.packageId}/getApplicablePolicyRequirements`,
        })),
      },
    },
  };
}
