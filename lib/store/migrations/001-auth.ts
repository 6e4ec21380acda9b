import type { Migration } from 'kysely/migration';

/** Sessions, what hangs on them, and rate limits. */
export const auth: Migration = {
  async up(db) {
    await db.schema
      .createTable('sessions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tid', 'text', (column) => column.notNull())
      .addColumn('oid', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('created_ms', 'bigint', (column) => column.notNull())
      .addColumn('seen_ms', 'bigint', (column) => column.notNull())
      .addColumn('ends_ms', 'bigint', (column) => column.notNull())
      .addColumn('graph_offset_ms', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('sessions_ends').on('sessions').column('ends_ms').execute();
    await db.schema
      .createTable('obo_tokens')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('expires_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('obo_tokens_session').on('obo_tokens').column('session_id').execute();
    await db.schema
      .createTable('rate_windows')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('window_ms', 'bigint', (column) => column.notNull())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .execute();
  },
};
