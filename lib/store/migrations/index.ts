import type { Migration } from 'kysely/migration';
import { auth } from './001-auth';
import { submissions } from './002-submissions';
import { retention } from './003-retention';
import { decisions } from './004-decisions';
import { deliveries } from './005-deliveries';

/** In the order of their names, forward only; a migration that has run anywhere is never changed again. */
export const migrations: Record<string, Migration> = {
  '001-auth': auth,
  '002-submissions': submissions,
  '003-retention': retention,
  '004-decisions': decisions,
  '005-deliveries': deliveries,
};
