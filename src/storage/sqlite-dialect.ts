import { SqliteAdapter, SqliteDialect } from 'kysely';

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Kysely's dialect, but for migrations in one transaction. SQLite can undo changes of tables;
 * Kysely leaves that unused, so that a process killed while it migrates, or two that start at
 * once, would leave a database that can no longer be opened.
 */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}
