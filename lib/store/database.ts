import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { config } from '@/lib/config';
import { migrations } from './migrations';
import { postgresDialect } from './postgres-dialect';
import type { Schema } from './schema';
import { sqliteDialect } from './sqlite-dialect';

export type Database = Kysely<Schema>;

// Next loads this module once per bundle; the connection belongs to the process.
const kept = globalThis as { latchkeyDatabase?: Promise<Database> };

/** The store, opened and migrated at the first call. A failed opening is tried again by the next call. */
export function database(): Promise<Database> {
  kept.latchkeyDatabase ??= open().catch((error: unknown) => {
    kept.latchkeyDatabase = undefined;
    throw error;
  });
  return kept.latchkeyDatabase;
}

/** For tests: the store that `database()` answers from now on; undefined goes back to the settings. */
export function replaceDatabase(db: Database | undefined): void {
  kept.latchkeyDatabase = db && Promise.resolve(db);
}

function open(): Promise<Database> {
  const { databaseUrl, dataDir } = config();
  return migrated(
    new Kysely<Schema>({ dialect: databaseUrl ? postgresDialect(databaseUrl) : sqliteDialect(join(dataDir, 'latchkey.sqlite')) }),
  );
}

/** Runs what has not run yet. Throws, with the connection closed, when a migration fails or the store cannot be reached. */
export async function migrated(db: Database): Promise<Database> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return db;
  await db.destroy().catch(() => {});
  throw error instanceof Error ? error : new Error('The store could not be migrated', { cause: error });
}
