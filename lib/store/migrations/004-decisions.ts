import type { Migration } from 'kysely/migration';

/** Decisions of approvers. */
export const decisions: Migration = {
  async up(db) {
    await db.schema
      .createTable('decisions')
      .addColumn('oid', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('stage_id', 'text', (column) => column.notNull())
      .addColumn('decision', 'text', (column) => column.notNull())
      .addColumn('access_package_id', 'text')
      .addColumn('access_package_name', 'text')
      .addColumn('target_id', 'text')
      .addColumn('target_name', 'text')
      .addColumn('assignment_id', 'text')
      .addColumn('decided_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('decisions_key', ['oid', 'key'])
      .execute();
    await db.schema.createIndex('decisions_of').on('decisions').columns(['oid', 'decided_ms']).execute();
    await db.schema.createIndex('decisions_decided').on('decisions').column('decided_ms').execute();
  },
};
