import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { ConcordError } from '../errors.ts';
import type { DatabaseDialect } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { TransactionalSqliteDialect } from './sqlite-dialect.ts';
import { openSqliteDriver } from './sqlite-driver.ts';

export type Db = Kysely<Schema>;

export interface Database {
  db: Db;
  dialect: DatabaseDialect;
  close(): Promise<void>;
}

/** Eight-byte integers come as text from `pg`; every one of ours fits a JavaScript number. */
const bigintTypeId = 20;

const connectWithinMs = 10_000;

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
    if (isPostgres) await reachPostgres(opened.db, location);
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
    const db = new Kysely<Schema>({
      dialect: new TransactionalSqliteDialect({ database: driver }),
    });
    return { db, dialect: 'sqlite', close: () => db.destroy() };
  } catch (cause) {
    throw new ConcordError('database-unreachable', `cannot open ${path}`, {
      cause,
      forPeople: `The database file ${path} cannot be opened: ${reasonOf(cause)}. Check that it is a Concord database and that Concord may write to it and its folder, or set DATA_DIR.`,
    });
  }
}

function openPostgres(url: string): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(bigintTypeId, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    connectionTimeoutMillis: connectWithinMs,
  });
  // A connection lost while idle must not end the program; the next query opens another one or
  // fails where somebody waits for it.
  pool.on('error', () => {});
  // The same for one that is lost between two queries of a transaction: the next query fails.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, dialect: 'postgres', close: () => db.destroy() };
}

async function reachPostgres(db: Db, url: string): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (cause) {
    // The address holds a password, so only the host is named.
    const host = URL.canParse(url) ? new URL(url).host : 'DATABASE_URL';
    throw new ConcordError('database-unreachable', `cannot reach PostgreSQL at ${host}`, {
      cause,
      forPeople: `The database at ${host} cannot be reached: ${reasonOf(cause)}. Check that it runs and that DATABASE_URL names the right host, database, user and password.`,
    });
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
