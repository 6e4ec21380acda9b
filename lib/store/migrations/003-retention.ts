import type { Migration } from 'kysely/migration';

/** Finished submissions are forgotten by age; a table that nothing uses goes where it still is. */
export const retention: Migration = {
  async up(db) {
    await db.schema.createIndex('submissions_settled').on('submissions').column('settled_ms').execute();
    await db.schema.dropTable('session_notes').ifExists().execute();
  },
};
