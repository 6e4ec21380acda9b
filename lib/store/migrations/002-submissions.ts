import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The one write path and the drafts that lead to it. */
export const submissions: Migration = {
  async up(db) {
    await db.schema
      .createTable('submissions')
      .addColumn('oid', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('slot', 'text', (column) => column.notNull())
      .addColumn('request_type', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('access_package_id', 'text')
      .addColumn('access_package_name', 'text')
      .addColumn('subject_id', 'text')
      .addColumn('input_hash', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempt', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text')
      .addColumn('error', 'text')
      .addColumn('seen', 'text')
      .addColumn('created_ms', 'bigint', (column) => column.notNull())
      .addColumn('sending_ms', 'bigint')
      .addColumn('graph_sending_ms', 'bigint')
      .addColumn('lost_ms', 'bigint')
      .addColumn('looked_ms', 'bigint')
      .addColumn('settled_ms', 'bigint')
      .addPrimaryKeyConstraint('submissions_key', ['oid', 'key'])
      .execute();
    await db.schema
      .createIndex('submissions_open')
      .unique()
      .on('submissions')
      .column('slot')
      .where(sql<boolean>`state in ('ready', 'sending')`)
      .execute();
    await db.schema.createIndex('submissions_target').on('submissions').column('target').execute();
    await db.schema
      .createTable('drafts')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('oid', 'text', (column) => column.notNull())
      .addColumn('access_package_id', 'text', (column) => column.notNull())
      .addColumn('access_package_name', 'text', (column) => column.notNull())
      .addColumn('intent', 'text', (column) => column.notNull())
      .addColumn('assignment_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text')
      .addColumn('updated_ms', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('drafts_of', ['oid', 'access_package_id', 'intent', 'assignment_id'])
      .execute();
    await db.schema.createIndex('drafts_updated').on('drafts').column('updated_ms').execute();
  },
};
