import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect, type DialectAdapter, type SqliteDatabase, type SqliteStatement } from 'kysely';

/** node:sqlite in the shape Kysely's own dialect takes. A statement is prepared per call: they are microseconds here. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    close: () => database.close(),
    prepare(sql): SqliteStatement {
      // A deferred transaction that turns into a write can meet SQLITE_BUSY at once; an immediate one waits its turn.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader: statement.columns().length > 0,
        // Rows have a null prototype, which React refuses to pass on.
        all: (parameters) => statement.all(...bind(parameters)).map((row) => ({ ...row })),
        run: (parameters) => statement.run(...bind(parameters)),
        *iterate(parameters) {
          for (const row of statement.iterate(...bind(parameters))) yield { ...row };
        },
      };
    },
  };
}

class TransactionalAdapter extends SqliteAdapter {
  /** With it the migrator runs in one immediate transaction, so that two processes starting together apply each migration once. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/** A dialect over the file (made with its folder when absent). */
export function sqliteDialect(file: string): SqliteDialect {
  return new NodeSqliteDialect({
    database: async () => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
      database.exec('pragma journal_mode = wal; pragma synchronous = full;');
      return adapt(database);
    },
  });
}
