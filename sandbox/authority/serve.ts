import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../tenant/world.ts';
import { asset } from './assets.ts';
import { authorize } from './authorize.ts';
import { discovery, keys } from './discovery.ts';
import { OAuthError, errorBody } from './errors.ts';
import { logout } from './logout.ts';
import { TENANT_ID } from './registration.ts';
import { json, readCookies } from './request.ts';
import type { AuthorityReply, AuthorityRequest } from './request.ts';
import { token } from './token.ts';

interface Endpoint {
  methods: readonly string[];
  /** Scripts of the portal's origin may call it. */
  cors: boolean;
  answer: (request: AuthorityRequest) => AuthorityReply | Promise<AuthorityReply>;
}

const ENDPOINTS: Record<string, Endpoint> = {
  '/v2.0/.well-known/openid-configuration': { methods: ['GET'], cors: true, answer: discovery },
  '/discovery/v2.0/keys': { methods: ['GET'], cors: true, answer: keys },
  '/oauth2/v2.0/authorize': { methods: ['GET', 'POST'], cors: false, answer: authorize },
  '/oauth2/v2.0/token': { methods: ['POST'], cors: true, answer: token },
  '/oauth2/v2.0/logout': { methods: ['GET', 'POST'], cors: false, answer: logout },
};

/** Answers everything below `/{tid}`: the authority's endpoints, its pages and their files. `body` is the request's body as text. */
export async function serveAuthority(world: World, req: IncomingMessage, res: ServerResponse, body: string): Promise<void> {
  const request = read(world, req, body);
  const reply = await route(request);
  const cors = ENDPOINTS[request.path]?.cors === true && req.headers.origin === world.portalOrigin ? corsHeaders(world, req) : {};
  res.writeHead(reply.status, { ...reply.headers, ...cors, Vary: 'Origin', 'Content-Length': Buffer.byteLength(reply.body) });
  res.end(req.method === 'HEAD' ? undefined : reply.body);
}

async function route(request: AuthorityRequest): Promise<AuthorityReply> {
  if (request.path.startsWith('/assets/')) return (await asset(request.path.slice('/assets/'.length))) ?? notFound();
  const endpoint = Object.hasOwn(ENDPOINTS, request.path) ? ENDPOINTS[request.path] : undefined;
  if (!endpoint) return notFound();
  if (request.method === 'OPTIONS') return { status: 204, headers: {}, body: '' };
  if (!endpoint.methods.includes(request.method)) {
    const refusal = new OAuthError(
      'invalid_request',
      900561,
      `The endpoint only accepts ${endpoint.methods.join(', ')} requests. Received a ${request.method} request.`,
    );
    return json(405, errorBody(refusal), { Allow: endpoint.methods.join(', ') });
  }
  return endpoint.answer(request);
}

function notFound(): AuthorityReply {
  return json(404, errorBody(new OAuthError('invalid_request', 90002, 'No such tenant or endpoint in the sandbox.')));
}

function read(world: World, req: IncomingMessage, body: string): AuthorityRequest {
  const url = new URL(req.url ?? '/', `http://localhost:${world.port}`);
  const isForm = (req.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? body : '');
  const inTenant = url.pathname.startsWith(`/${TENANT_ID}/`);
  // OpenID Connect Core §3.1.2.1: an authorization request may also come as a form.
  const posted = req.method === 'POST' && url.pathname.endsWith('/authorize') && form.has('client_id');
  return {
    world,
    method: posted ? 'GET' : req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET'),
    origin: loopbackOrigin(world, req.headers.host),
    path: inTenant ? url.pathname.slice(TENANT_ID.length + 1) : '',
    query: posted ? form : url.searchParams,
    form,
    headers: req.headers,
    cookies: readCookies(req.headers.cookie),
  };
}

/** Endpoints are named by the caller's own word for this host, but only if that is a loopback name. */
function loopbackOrigin(world: World, host: string | undefined): string {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '') ? `http://${host}` : `http://localhost:${world.port}`;
}

function corsHeaders(world: World, req: IncomingMessage): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': world.portalOrigin,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': req.headers['access-control-request-headers'] ?? 'content-type',
    'Access-Control-Max-Age': '600',
  };
}
