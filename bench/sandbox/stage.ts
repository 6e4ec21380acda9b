import { read } from './client.ts';
import type { Sent } from './client.ts';

export const EM = '/v1.0/identityGovernance/entitlementManagement';

interface Person {
  id: string;
  userPrincipalName: string;
  about: string;
  roles: string[];
  managerId: string | null;
}
interface Row {
  id: string;
}

const ADMIN_SCOPES =
  'EntitlementManagement.ReadWrite.All EntitlementManagement.Read.All User.Read User.Read.All User.ReadBasic.All Group.Read.All RoleManagement.ReadWrite.Directory';
const SELF_SCOPES = 'EntitlementMgmt-SubjectAccess.ReadWrite User.Read User.ReadBasic.All User.Read.All';

/** What the calls of the benchmark are about: people, tokens, and packages made through Graph for the writes. */
export interface Stage {
  origin: string;
  admin: string;
  employee: string;
  employeeId: string;
  /** A generated package, its policy, catalog, one of its assignments and its neighbour. */
  packageId: string;
  neighbourId: string;
  policyId: string;
  catalogId: string;
  assignmentId: string;
  /** Packages without and with approval by the administrator, both empty at first. */
  direct: { packageId: string; policyId: string };
  approved: { packageId: string; policyId: string };
  people: readonly Person[];
  token(person: Person): Promise<string>;
  graph<T>(sent: Omit<Sent, 'path'> & { path: string }): Promise<T>;
}

/** Makes the stage in a sandbox that has just started. */
export async function setStage(origin: string): Promise<Stage> {
  const people = await read<Person[]>(origin, { method: 'GET', path: '/sandbox/people' });
  const graph = <T>(sent: Sent): Promise<T> => read<T>(origin, { token: admin, ...sent });
  const tokenOf = async (user: string, scope: string): Promise<string> =>
    (await read<{ access_token: string }>(origin, { method: 'POST', path: '/sandbox/token', body: { user, scope } })).access_token;
  const administrator = people.find((person) => person.roles.includes('Identity Governance Administrator'));
  const generated = people.filter((person) => person.about === 'Generated');
  const employee = generated[1];
  if (!administrator || !employee) throw new Error('The sandbox has no administrator or no generated people.');
  const admin = await tokenOf(administrator.userPrincipalName, ADMIN_SCOPES);
  await read(origin, { method: 'POST', path: '/sandbox/behaviour', body: { deliverySeconds: 0 } });

  const assignments = await graph<{ value: (Row & { accessPackage: Row; assignmentPolicy: Row })[] }>({
    method: 'GET',
    path: `${EM}/assignments?$filter=target/objectId eq '${employee.id}' and state eq 'delivered'&$expand=accessPackage,assignmentPolicy`.replaceAll(
      ' ',
      '%20',
    ),
  });
  const [held, other] = assignments.value;
  if (!held || !other) throw new Error('The employee holds too little.');
  const { catalog } = await graph<{ catalog: Row }>({
    method: 'GET',
    path: `${EM}/accessPackages/${held.accessPackage.id}?$expand=catalog`,
  });
  return {
    origin,
    admin,
    employee: await tokenOf(employee.userPrincipalName, SELF_SCOPES),
    employeeId: employee.id,
    packageId: held.accessPackage.id,
    neighbourId: other.accessPackage.id,
    policyId: held.assignmentPolicy.id,
    catalogId: catalog.id,
    assignmentId: held.id,
    direct: await makePackage(graph, catalog.id, 'Direct', []),
    approved: await makePackage(graph, catalog.id, 'Approved', [administrator.id]),
    people: generated,
    token: (person) => tokenOf(person.userPrincipalName, SELF_SCOPES),
    graph,
  };
}

async function makePackage(graph: <T>(sent: Sent) => Promise<T>, catalogId: string, displayName: string, approvers: string[]) {
  const body = { displayName, description: 'Made by the benchmark', isHidden: false, catalog: { id: catalogId } };
  const made = await graph<Row>({ method: 'POST', path: `${EM}/accessPackages`, body });
  const policy = await graph<Row>({ method: 'POST', path: `${EM}/assignmentPolicies`, body: policyBody(made.id, approvers) });
  return { packageId: made.id, policyId: policy.id };
}

/** A policy that every member may ask by, each of these people approving. */
export function policyBody(packageId: string, approvers: readonly string[]): unknown {
  return {
    displayName: 'Members',
    description: '',
    allowedTargetScope: 'allMemberUsers',
    specificAllowedTargets: [],
    expiration: { type: 'afterDuration', duration: 'P90D' },
    requestorSettings: {
      enableTargetsToSelfAddAccess: true,
      enableTargetsToSelfUpdateAccess: true,
      enableTargetsToSelfRemoveAccess: true,
      allowCustomAssignmentSchedule: true,
      enableOnBehalfRequestorsToAddAccess: false,
      enableOnBehalfRequestorsToUpdateAccess: false,
      enableOnBehalfRequestorsToRemoveAccess: false,
      onBehalfRequestors: [],
    },
    requestApprovalSettings: {
      isApprovalRequiredForAdd: approvers.length > 0,
      isApprovalRequiredForUpdate: false,
      stages: approvers.map((userId) => ({
        durationBeforeAutomaticDenial: 'P14D',
        isApproverJustificationRequired: false,
        isEscalationEnabled: false,
        durationBeforeEscalation: 'PT0S',
        primaryApprovers: [{ '@odata.type': '#microsoft.graph.singleUser', userId }],
        fallbackPrimaryApprovers: [],
        escalationApprovers: [],
        fallbackEscalationApprovers: [],
      })),
    },
    accessPackage: { id: packageId },
  };
}
