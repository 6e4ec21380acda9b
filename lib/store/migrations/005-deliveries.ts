import type { Migration } from 'kysely/migration';

/** How long the service took to set things up, as far as the portal saw it. */
export const deliveries: Migration = {
  async up(db) {
    await db.schema
      .createTable('deliveries')
      .addColumn('request_id', 'text', (column) => column.primaryKey())
      .addColumn('access_package_id', 'text')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('began_ms', 'bigint')
      .addColumn('seen_ms', 'bigint', (column) => column.notNull())
      .addColumn('took_ms', 'bigint')
      .execute();
    await db.schema.createIndex('deliveries_seen').on('deliveries').columns(['kind', 'seen_ms']).execute();
  },
};
