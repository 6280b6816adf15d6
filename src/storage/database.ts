import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { ConcordError } from '../errors.ts';
import type { DatabaseDialect } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { openSqliteDriver } from './sqlite-driver.ts';

export type Db = Kysely<Schema>;

export interface Database {
  db: Db;
  dialect: DatabaseDialect;
  close(): Promise<void>;
}

/** Eight-byte integers come as text from `pg`; every one of ours fits a JavaScript number. */
const bigintTypeId = 20;

/**
 * Opens and migrates the database: a file (or `:memory:`) for SQLite, a `postgres://` address for
 * PostgreSQL.
 *
 * @throws {ConcordError} `database-unreachable`, `database-migration-failed`, `database-too-new`.
 */
export async function openDatabase(location: string): Promise<Database> {
  const isPostgres = /^postgres(ql)?:\/\//.test(location);
  const opened = isPostgres ? openPostgres(location) : openSqlite(location);
  try {
    await migrate(opened.db, opened.dialect);
  } catch (error) {
    await opened.close().catch(() => {});
    throw error;
  }
  return opened;
}

function openSqlite(path: string): Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const driver = openSqliteDriver(path);
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: driver }) });
    return { db, dialect: 'sqlite', close: () => db.destroy() };
  } catch (cause) {
    throw new ConcordError('database-unreachable', `cannot open ${path}`, {
      cause,
      forPeople: `The database file ${path} cannot be opened. Check that its folder exists and is writable, or set DATA_DIR.`,
    });
  }
}

function openPostgres(url: string): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(bigintTypeId, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, dialect: 'postgres', close: () => db.destroy() };
}
