import { read, send } from '../sandbox/client.ts';

const EM = '/v1.0/identityGovernance/entitlementManagement';
const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';

/** Somebody signed in at the portal, with the pages that are theirs. */
export interface Visitor {
  cookie: string;
  pages: string[];
}

/** Signs a person in over HTTP and finds their own packages, requests and assignments. */
export async function visitor(portal: string, sandbox: string, upn: string): Promise<Visitor> {
  const token = (options: object) =>
    read<{ access_token: string }>(sandbox, { method: 'POST', path: '/sandbox/token', body: { user: upn, scope: SMALL, ...options } });
  const { access_token: graph } = await token({});
  const ids = async (path: string) =>
    (await read<{ value: { id: string }[] }>(sandbox, { method: 'GET', path: EM + path, token: graph })).value.map(({ id }) => id);
  const [packages, requests, assignments] = await Promise.all([
    ids("/accessPackages/filterByCurrentUser(on='allowedRequestor')"),
    ids("/assignmentRequests/filterByCurrentUser(on='target')"),
    ids("/assignments/filterByCurrentUser(on='target')"),
  ]);
  const pages = [
    ...['/', '/access-packages', '/access-packages?q=ware', '/assignments', '/assignments?show=ended', '/requests'],
    ...packages.slice(0, 10).flatMap((id) => [`/access-packages/${id}`, `/access-packages/${id}/request`]),
    ...requests.slice(0, 5).map((id) => `/requests/${id}`),
    ...assignments.slice(0, 5).map((id) => `/assignments/${id}/update`),
    ...(upn.startsWith('priya') ? ['/admin/assignments', '/admin/assignments/new', '/admin/assignments?state=delivered'] : []),
  ];
  return { cookie: await signIn(portal, (await token({ audience: 'portal' })).access_token), pages };
}

async function signIn(portal: string, token: string): Promise<string> {
  const answer = await fetch(`${portal}/api/session`, { method: 'POST', headers: { authorization: `Bearer ${token}`, origin: portal } });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Reads a page to its last byte. */
export async function visit(portal: string, cookie: string, path: string): Promise<void> {
  const answer = await send(portal, { method: 'GET', path, headers: { cookie, accept: 'text/html' } });
  if (answer.status !== 200 || !answer.text.includes('</html>')) throw new Error(`${path} answered ${answer.status}`);
}
