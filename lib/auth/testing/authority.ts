import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { vi } from 'vitest';
import { SANDBOX } from '@/lib/settings/sandbox-defaults';

export interface TestAuthority {
  origin: string;
  /** A token for the portal's API, good unless the claims say otherwise; undefined leaves a claim out. */
  token(claims?: JWTPayload, options?: { foreignKey?: boolean }): Promise<string>;
  /** Bodies of the on-behalf-of calls so far. */
  exchanges: URLSearchParams[];
  /** What on-behalf-of answers; by default a new token that names person and scope. */
  onExchange: (body: URLSearchParams) => { status: number; body: object } | Promise<{ status: number; body: object }>;
  close(): Promise<void>;
}

/** A small authority on loopback for unit tests, and settings that point at it. Call it before anything reads `config()`. */
export async function testAuthority(): Promise<TestAuthority> {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const key = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', async () => {
      const { status, body } = await answer(request.url ?? '', text);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const base = `${origin}/${SANDBOX.tenantId}`;
  const issuer = `${base}/v2.0`;

  const authority: TestAuthority = {
    origin,
    exchanges: [],
    onExchange: (body) => ({
      status: 200,
      body: { token_type: 'Bearer', scope: body.get('scope'), expires_in: 3600, access_token: `graph-${randomUUID()}` },
    }),
    async token(claims = {}, { foreignKey = false } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const good = {
        iss: issuer,
        aud: SANDBOX.clientId,
        azp: SANDBOX.clientId,
        tid: SANDBOX.tenantId,
        oid: 'ana',
        sub: 'ana',
        name: 'Ana Ruiz',
        preferred_username: 'ana@example.com',
        scp: 'access_as_user',
        ver: '2.0',
        iat: now,
        nbf: now,
        exp: now + 3600,
      };
      return new SignJWT({ ...good, uti: randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'own' })
        .sign((foreignKey ? foreign : own).privateKey);
    },
    close: () => new Promise((closed) => void server.close(() => closed())),
  };

  async function answer(url: string, text: string): Promise<{ status: number; body: object }> {
    if (url.includes('/.well-known/')) {
      const endpoint = (name: string) => `${base}/oauth2/v2.0/${name}`;
      const body = {
        issuer,
        authorization_endpoint: endpoint('authorize'),
        token_endpoint: endpoint('token'),
        end_session_endpoint: endpoint('logout'),
        jwks_uri: `${base}/keys`,
      };
      return { status: 200, body };
    }
    if (url.endsWith('/keys')) return { status: 200, body: { keys: [key] } };
    const form = new URLSearchParams(text);
    authority.exchanges.push(form);
    return authority.onExchange(form);
  }

  vi.stubEnv('ENTRA_AUTHORITY', base);
  vi.stubEnv('GRAPH_ROOT', origin);
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'latchkey-auth-')));
  vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
  vi.stubEnv('LOG_LEVEL', 'silent');
  return authority;
}
