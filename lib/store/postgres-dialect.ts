import pg from 'pg';
import { PostgresDialect } from 'kysely';

const INT8 = 20;

/** A dialect over a pool. int8 (our UTC milliseconds) is read as a number, as SQLite does. `onIdleError` hears of connections that die unused. */
export function postgresDialect(url: string, onIdleError: (error: Error) => void = () => {}): PostgresDialect {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10, types, connectionTimeoutMillis: 5000 });
  pool.on('error', onIdleError);
  return new PostgresDialect({ pool });
}
