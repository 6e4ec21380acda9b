import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Tenant } from '../../tenant/tenant.ts';
import type { World } from '../../tenant/world.ts';
import type { BearerReader } from '../bearer.ts';
import { R, S, W } from '../scopes.ts';
import { serveGraph } from '../serve.ts';
import { upn } from './tenant.ts';
import type { Name } from './tenant.ts';

/** JSON of an answer, to be looked into by index. */
export type Body = Readonly<Record<string, unknown>>;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed object; empty when there is none. */
  body: Body;
  /** `value` of a collection. */
  value: Body[];
  /** `error.code`, or an empty text. */
  code: string;
}

export interface Send {
  as?: Name;
  scopes?: readonly string[];
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestServer {
  origin: string;
  /** Calls a path below `/v1.0`, or a whole URL. */
  send(method: string, path: string, options?: Send): Promise<Answer>;
  get(path: string, options?: Send): Promise<Answer>;
  close(): Promise<void>;
}

export const ALL_SCOPES: readonly string[] = [S, R, W, 'User.Read', 'User.ReadBasic.All', 'User.Read.All', 'GroupMember.Read.All'];

/** The Graph floor over HTTP on a free port. Bearers are `name scope scope …`; `revoked` and `expired` are refused. */
export async function startServer(tenant: Tenant): Promise<TestServer> {
  const world = { port: 1, defaultTenant: tenant } as unknown as World;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void serveGraph(world, request, response, Buffer.concat(chunks).toString(), testBearer(tenant)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = async (method: string, path: string, options: Send = {}): Promise<Answer> => {
    const bearer = [options.as ?? 'admin', ...(options.scopes ?? ALL_SCOPES)].join(' ');
    const response = await fetch(path.startsWith('http') ? path : `${origin}/v1.0${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${bearer}`,
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
    });
    const text = await response.text();
    const body = parse(text);
    const value = Array.isArray(body['value']) ? (body['value'] as Body[]) : [];
    const error = body['error'] as Body | undefined;
    return { status: response.status, headers: response.headers, text, body, value, code: String(error?.['code'] ?? '') };
  };
  return {
    origin,
    send,
    get: (path, options) => send('GET', path, options),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function parse(text: string): Body {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Body) : {};
  } catch {
    return {};
  }
}

function testBearer(tenant: Tenant): BearerReader {
  const authorizationUri = 'http://localhost/authorize';
  return (_world, header) => {
    const [name = '', ...scopes] = (header ?? '').replace(/^Bearer /, '').split(' ');
    if (name === 'revoked') return Promise.resolve({ failure: 'revoked', cp1: scopes.includes('cp1'), authorizationUri });
    const person = tenant.people.by('userPrincipalName', upn(name as Name))[0];
    if (person === undefined) return Promise.resolve({ failure: name === '' ? 'missing' : 'bad', cp1: false, authorizationUri });
    return Promise.resolve({ tenant, caller: { person, scopes, app: 'test-app', cp1: false, issuedAt: 0 } });
  };
}
