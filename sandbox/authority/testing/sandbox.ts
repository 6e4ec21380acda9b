import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedBare } from '../../seed/seeds.ts';
import { World } from '../../tenant/world.ts';
import { API_SCOPE, CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../registration.ts';
import { serveAuthority } from '../serve.ts';

export const PORTAL = 'http://localhost:3999';
export const SIGN_IN_SCOPE = `openid profile offline_access ${API_SCOPE}`;

export interface TestAuthority {
  world: World;
  /** `http://localhost:<port>/<tid>`. */
  base: string;
  close: () => Promise<void>;
}

/** The authority on a port of its own, over a bare tenant, with its keys in a directory that goes away (or in `dataDir`). */
export async function startAuthority(dataDir?: string): Promise<TestAuthority> {
  const directory = dataDir ?? mkdtempSync(join(tmpdir(), 'authority-'));
  const ready = Promise.withResolvers<World>();
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      ready.promise.then((world) => serveAuthority(world, req, res, Buffer.concat(parts).toString('utf8'))).catch(() => res.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const seeds = { company: seedBare, bare: seedBare, generated: () => undefined };
  const world = new World({ dataDir: directory, port, portalOrigin: PORTAL, seeds });
  ready.resolve(world);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await world.close();
    if (dataDir === undefined) rmSync(directory, { recursive: true, force: true });
  };
  return { world, base: `http://localhost:${port}/${TENANT_ID}`, close };
}

export interface Pkce {
  verifier: string;
  challenge: string;
}

export function pkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** A good authorization request; `changes` replaces parameters, null leaves one out. */
export function authorizeUrl(authority: TestAuthority, changes: Record<string, string | null> = {}): string {
  const url = new URL(`${authority.base}/oauth2/v2.0/authorize`);
  const parameters: Record<string, string | null> = {
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: `${PORTAL}/auth/redirect`,
    response_mode: 'fragment',
    scope: SIGN_IN_SCOPE,
    state: 'st-1',
    nonce: 'no-1',
    code_challenge: pkce().challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

export interface Answer {
  status: number;
  /** Parameters of the redirect, from its fragment or query. */
  parameters: URLSearchParams;
  location: string | null;
  cookie: string | null;
  text: string;
}

export async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return toAnswer(await fetch(url, { redirect: 'manual', headers }));
}

/** Presses the button of the person with this address on the sign-in page that `url` shows. */
export async function press(url: string, userPrincipalName: string, headers: Record<string, string> = {}): Promise<Answer> {
  return toAnswer(
    await fetch(url, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ address: userPrincipalName }) }),
  );
}

async function toAnswer(response: Response): Promise<Answer> {
  const location = response.headers.get('location');
  const url = location === null ? null : new URL(location);
  const parameters = new URLSearchParams(url === null ? '' : url.hash === '' ? url.search : url.hash.slice(1));
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? null;
  return { status: response.status, parameters, location, cookie, text: await response.text() };
}

export type Tokens = Record<string, unknown> & { access_token: string; refresh_token: string; id_token: string; scope: string };

/** Posts to the token endpoint. */
export async function token(
  authority: TestAuthority,
  fields: Record<string, string>,
): Promise<{ status: number; body: Tokens & Record<string, unknown> }> {
  const body = new URLSearchParams({ client_id: CLIENT_ID, ...fields });
  const response = await fetch(`${authority.base}/oauth2/v2.0/token`, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Tokens };
}

/** Signs a person in all the way: page, click, code, tokens. */
export async function signIn(
  authority: TestAuthority,
  user: string,
  scope = SIGN_IN_SCOPE,
  changes: Record<string, string> = {},
): Promise<Tokens & { cookie: string }> {
  const { verifier, challenge } = pkce();
  const pressed = await press(authorizeUrl(authority, { scope, code_challenge: challenge, ...changes }), user);
  const code = pressed.parameters.get('code') ?? '';
  const { body } = await token(authority, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${PORTAL}/auth/redirect`,
    code_verifier: verifier,
    scope,
  });
  return { ...body, cookie: pressed.cookie ?? '' };
}

/** On behalf of: an API token for a Graph token. */
export function exchange(
  authority: TestAuthority,
  assertion: string,
  scope: string,
  changes: Record<string, string> = {},
): ReturnType<typeof token> {
  return token(authority, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_secret: CLIENT_SECRET,
    requested_token_use: 'on_behalf_of',
    assertion,
    scope,
    ...changes,
  });
}
