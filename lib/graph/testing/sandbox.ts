import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGraph } from '../client';
import type { Graph } from '../graph';
import { freePort } from '@/scripts/free-port';

export interface SandboxPerson {
  id: string;
  userPrincipalName: string;
  displayName: string;
  /** What the sign-in page says of them; "Generated" for those added in bulk. */
  about: string;
}

/** A sandbox tenant of its own process, known by its URLs only. */
export interface RunningSandbox {
  origin: string;
  /** A fresh partition of the company seed, with so many generated people more. */
  partition(more?: { people: number }): Promise<Partition>;
  end(): Promise<void>;
}

export interface Partition {
  people: SandboxPerson[];
  person(upnStart: string): SandboxPerson;
  control(path: string, body?: unknown, method?: string): Promise<unknown>;
  /** The door to Graph for somebody, with a token of exactly these scopes. */
  graph(person: SandboxPerson, scope: string): Graph;
}

/** Starts `sandbox/main.ts` on a free port with data of its own. */
export async function startSandbox(): Promise<RunningSandbox> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'latchkey-sandbox-'));
  const child = spawn(process.execPath, ['sandbox/main.ts'], {
    env: { NODE_ENV: 'test', SANDBOX_PORT: String(port), DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const origin = `http://localhost:${port}`;
  for (let tries = 0; !(await fetch(`${origin}/sandbox/clock`).catch(() => null))?.ok && tries < 100; tries++)
    await new Promise((done) => setTimeout(done, 100));
  return {
    origin,
    async partition(more = { people: 0 }) {
      const { partition, people } = (await call(`${origin}/sandbox/partitions`, { seed: 'company', ...more })) as {
        partition: string;
        people: SandboxPerson[];
      };
      return enter(origin, partition, people);
    },
    async end() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function enter(origin: string, partition: string, people: SandboxPerson[]): Partition {
  const control = (path: string, body?: unknown, method?: string) => call(`${origin}/sandbox/${path}?partition=${partition}`, body, method);
  return {
    people,
    control,
    person(upnStart) {
      const found = people.find(({ userPrincipalName }) => userPrincipalName.startsWith(upnStart));
      if (!found) throw new Error(`Nobody is called ${upnStart}`);
      return found;
    },
    graph(person, scope) {
      let token: Promise<string> | undefined;
      let offset = 0;
      const ask = async () => {
        const answer = await control('token', { user: person.userPrincipalName, scope, capabilities: ['cp1'] });
        return (answer as { access_token: string }).access_token;
      };
      return createGraph({
        oid: person.id,
        graphRoot: origin,
        getToken: (options) => (token = options || !token ? ask() : token),
        seal: (text) => Buffer.from(text).toString('base64url'),
        unseal: (text) => Buffer.from(text, 'base64url').toString(),
        clock: { offsetMs: () => offset, learn: (found) => (offset = found) },
        log: { debug() {}, warn() {} },
      });
    },
  };
}

async function call(url: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
