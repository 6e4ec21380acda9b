import type { Sent } from './client.ts';
import { EM, policyBody } from './stage.ts';
import type { Stage } from './stage.ts';

interface Row {
  id: string;
}

/** Makes what the `turn`-th call needs, untimed, and says what to send. */
export type Prepared = (turn: number) => Promise<Sent>;

/** Every documented call that changes something (contract §4), each on rows of its own. */
export function writes(stage: Stage): Record<string, Prepared> {
  const { admin, direct, approved } = stage;
  const requests = `${EM}/assignmentRequests`;
  const post = (path: string, body?: unknown): Sent => ({ method: 'POST', path, token: admin, body });
  const person = (turn: number, lane: number) => {
    const found = stage.people[2 + lane * 100 + turn];
    if (!found) throw new Error('Too few generated people for the writes.');
    return found;
  };
  const assigned = async (turn: number, lane: number): Promise<string> => {
    const target = person(turn, lane);
    const body = {
      requestType: 'adminAdd',
      assignment: { targetId: target.id, assignmentPolicyId: direct.policyId, accessPackageId: direct.packageId },
    };
    await stage.graph<Row>(post(requests, body));
    const path = `${EM}/assignments?$filter=accessPackage/id%20eq%20'${direct.packageId}'%20and%20target/objectId%20eq%20'${target.id}'`;
    const { value } = await stage.graph<{ value: Row[] }>({ method: 'GET', path });
    return value[0]?.id ?? '';
  };
  const waiting = async (turn: number, lane: number): Promise<string> => {
    const token = await stage.token(person(turn, lane));
    return (
      await stage.graph<Row>({ ...post(requests, { requestType: 'userAdd', assignment: { accessPackageId: approved.packageId } }), token })
    ).id;
  };
  const catalog = (turn: number) => ({
    displayName: `Catalog ${turn}`,
    description: 'Made by the benchmark',
    state: 'published',
    isExternallyVisible: false,
  });
  const accessPackage = (turn: number) => ({
    displayName: `Package ${turn}`,
    description: '',
    isHidden: false,
    catalog: { id: stage.catalogId },
  });
  const made = (path: string, body: unknown): Promise<Row> => stage.graph<Row>(post(`${EM}/${path}`, body));
  const reference = { '@odata.id': `${stage.origin}${EM}/accessPackages/${stage.neighbourId}` };
  return {
    'POST assignmentRequests userAdd': async (turn) => ({
      ...post(requests, { requestType: 'userAdd', assignment: { accessPackageId: direct.packageId, assignmentPolicyId: direct.policyId } }),
      token: await stage.token(person(turn, 0)),
    }),
    'POST assignmentRequests adminAdd': async (turn) =>
      post(requests, {
        requestType: 'adminAdd',
        assignment: { targetId: person(turn, 1).id, assignmentPolicyId: direct.policyId, accessPackageId: direct.packageId },
      }),
    'POST assignmentRequests adminUpdate': async (turn) =>
      post(requests, {
        requestType: 'adminUpdate',
        assignment: { id: await assigned(turn, 2) },
        schedule: { startDateTime: null, expiration: { type: 'afterDuration', duration: 'P30D' } },
      }),
    'POST assignmentRequests adminRemove': async (turn) =>
      post(requests, { requestType: 'adminRemove', assignment: { id: await assigned(turn, 3) } }),
    'POST assignments/{id}/reprocess': async (turn) => post(`${EM}/assignments/${await assigned(turn, 4)}/reprocess`),
    'POST assignmentRequests/{id}/cancel': async (turn) => post(`${requests}/${await waiting(turn, 5)}/cancel`),
    'GET assignmentRequests/{id} $expand': async (turn) => ({
      ...post(`${requests}/${await waiting(turn, 6)}?$expand=accessPackage,requestor,assignment($expand=target)`),
      method: 'GET',
    }),
    'GET accessPackageAssignmentApprovals/{id}': async (turn) => ({
      ...post(`${EM}/accessPackageAssignmentApprovals/${await waiting(turn, 7)}`),
      method: 'GET',
    }),
    'PATCH approval stage': async (turn) => {
      const approval = `${EM}/accessPackageAssignmentApprovals/${await waiting(turn, 8)}`;
      const { value } = await stage.graph<{ value: Row[] }>({ method: 'GET', path: `${approval}/stages` });
      return {
        method: 'PATCH',
        path: `${approval}/stages/${value[0]?.id}`,
        token: admin,
        body: { reviewResult: 'Approve', justification: 'Benchmark' },
      };
    },
    'DELETE assignmentRequests/{id}': async (turn) => {
      const id = await waiting(turn, 9);
      await stage.graph(post(`${requests}/${id}/cancel`));
      return { method: 'DELETE', path: `${requests}/${id}`, token: admin };
    },
    'POST catalogs': async (turn) => post(`${EM}/catalogs`, catalog(turn)),
    'PATCH catalogs/{id}': async () => ({
      method: 'PATCH',
      path: `${EM}/catalogs/${stage.catalogId}`,
      token: admin,
      body: { description: 'Changed' },
    }),
    'DELETE catalogs/{id}': async (turn) => ({
      method: 'DELETE',
      path: `${EM}/catalogs/${(await made('catalogs', catalog(turn))).id}`,
      token: admin,
    }),
    'POST accessPackages': async (turn) => post(`${EM}/accessPackages`, accessPackage(turn)),
    'GET accessPackages filterByCurrentUser after a change': async (turn) => {
      await made('accessPackages', accessPackage(turn));
      return { method: 'GET', path: `${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')`, token: stage.employee };
    },
    'DELETE accessPackages/{id}': async (turn) => ({
      method: 'DELETE',
      path: `${EM}/accessPackages/${(await made('accessPackages', accessPackage(turn))).id}`,
      token: admin,
    }),
    'POST assignmentPolicies': async () => post(`${EM}/assignmentPolicies`, policyBody(direct.packageId, [])),
    'PUT assignmentPolicies/{id}': async () => ({
      method: 'PUT',
      path: `${EM}/assignmentPolicies/${direct.policyId}`,
      token: admin,
      body: policyBody(direct.packageId, []),
    }),
    'POST incompatibleAccessPackages $ref': async (turn) => {
      const { id } = await made('accessPackages', accessPackage(turn));
      return post(`${EM}/accessPackages/${id}/incompatibleAccessPackages/$ref`, reference);
    },
    'POST resourceRequests': async (turn) =>
      post(`${EM}/resourceRequests`, {
        requestType: 'adminAdd',
        resource: { originId: `https://site-${turn}.example`, originSystem: 'SharePointOnline', displayName: `Site ${turn}` },
        catalog: { id: stage.catalogId },
      }),
    'POST roleAssignments': async (turn) =>
      post('/v1.0/roleManagement/entitlementManagement/roleAssignments', {
        principalId: person(turn, 10).id,
        roleDefinitionId: '44272f93-9762-48e8-af59-1b5351b1d6b3',
        appScopeId: `/AccessPackageCatalog/${stage.catalogId}`,
      }),
  };
}
