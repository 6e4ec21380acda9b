import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { migrated, replaceDatabase, type Database } from '@/lib/store/database';
import { postgresDialect } from '@/lib/store/postgres-dialect';
import type { Schema } from '@/lib/store/schema';
import { sqliteDialect } from '@/lib/store/sqlite-dialect';

interface Engine {
  /** The store that `database()` answers inside the suite. */
  db(): Database;
  /**
   * A second handle, as another replica has. On SQLite never let two handles write at the same time in one process: the one that
   * waits blocks the event loop of the one that should finish.
   */
  another(): Promise<Database>;
}

/**
 * Runs a suite on a fresh, migrated store of each engine; `database()` answers it. PostgreSQL is left out, saying so,
 * only where the platform has no binary.
 */
export function withBothEngines(name: string, suite: (engine: Engine) => void): void {
  onEngine(`${name} on SQLite`, sqliteEngine, suite);
  const url = inject('postgresUrl');
  if (url === null) describe.skip(`${name} on PostgreSQL (no binary for this platform)`, () => {});
  else onEngine(`${name} on PostgreSQL`, () => postgresEngine(url), suite);
}

interface Place {
  open(): Kysely<Schema>;
  remove(): Promise<void>;
}

function onEngine(title: string, make: () => Promise<Place>, suite: (engine: Engine) => void): void {
  describe(title, () => {
    const handles: Database[] = [];
    let place: Place;
    let opening: Promise<unknown> = Promise.resolve();
    const open = () => {
      const opened = opening.then(() => migrated(place.open()));
      opening = opened;
      void opened.then((handle) => handles.push(handle));
      return opened;
    };
    beforeAll(async () => {
      place = await make();
      replaceDatabase(await open());
    });
    afterAll(async () => {
      replaceDatabase(undefined);
      for (const handle of handles) await handle.destroy();
      await place.remove();
    });
    suite({
      db() {
        const [first] = handles;
        if (!first) throw new Error('The store is open inside tests and hooks only');
        return first;
      },
      another: open,
    });
  });
}

async function sqliteEngine(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-sqlite-'));
  return {
    open: () => new Kysely<Schema>({ dialect: sqliteDialect(join(folder, 'latchkey.sqlite')) }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function postgresEngine(url: string): Promise<Place> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name}`);
  return {
    open: () => new Kysely<Schema>({ dialect: postgresDialect(url.replace(/\/postgres$/, `/${name}`)) }),
    remove: () => run(`drop database ${name} with (force)`),
  };
}
