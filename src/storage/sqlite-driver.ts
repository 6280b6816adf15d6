import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Longer statements are batches of their own size; keeping them would push out the others. */
const longestKept = 4_000;
const statementsKept = 500;
const waitForOthersMs = 10_000;

interface PreparedStatement {
  prepared: StatementSync;
  /** Whether it returns rows. */
  reader: boolean;
}

/** Shape Kysely's SqliteDialect expects (better-sqlite3's), over Node's own SQLite. */
export function openSqliteDriver(path: string): SqliteDatabase & { raw: DatabaseSync } {
  const raw = new DatabaseSync(path, { timeout: waitForOthersMs });
  raw.exec('pragma journal_mode = wal');
  raw.exec('pragma synchronous = full');
  raw.exec('pragma foreign_keys = on');
  raw.exec('pragma temp_store = memory');
  const statements = new Map<string, PreparedStatement>();
  const prepare = (sql: string): PreparedStatement => {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = raw.prepare(sql);
    const statement = { prepared, reader: prepared.columns().length > 0 };
    if (sql.length > longestKept) return statement;
    if (statements.size >= statementsKept) statements.clear();
    statements.set(sql, statement);
    return statement;
  };
  return {
    raw,
    close: () => raw.close(),
    prepare: (sql): SqliteStatement => {
      // A deferred transaction that reads first fails at once, whatever the timeout, when another
      // process has written meanwhile; an immediate one waits for its turn.
      const { prepared: statement, reader } = prepare(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) =>
          statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
      };
    },
  };
}
