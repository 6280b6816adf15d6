import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ConcordError } from '../errors.ts';
import type { DatabaseDialect } from './dialect.ts';
import { createFirstTables } from './migrations/0001-first-tables.ts';
import { addPeople } from './migrations/0002-people.ts';
import { addModelRuns } from './migrations/0003-model-runs.ts';
import { addOperatorEvents } from './migrations/0004-operator-events.ts';
import { addAnswerCache } from './migrations/0005-answer-cache.ts';
import { addNotices } from './migrations/0006-notices.ts';
import { addReports } from './migrations/0007-reports.ts';
import type { Schema } from './schema.ts';

const migrationTable = 'migrations';

function migrations(dialect: DatabaseDialect): Record<string, Migration> {
  return {
    '0001-first-tables': { up: (db) => createFirstTables(db as Kysely<Schema>, dialect) },
    '0002-people': { up: (db) => addPeople(db as Kysely<Schema>) },
    '0003-model-runs': { up: (db) => addModelRuns(db as Kysely<Schema>) },
    '0004-operator-events': { up: (db) => addOperatorEvents(db as Kysely<Schema>) },
    '0005-answer-cache': { up: (db) => addAnswerCache(db as Kysely<Schema>) },
    '0006-notices': { up: (db) => addNotices(db as Kysely<Schema>) },
    '0007-reports': { up: (db) => addReports(db as Kysely<Schema>) },
  };
}

/**
 * Brings the database up to this version's tables. Safe to call from several processes at once.
 *
 * @throws {ConcordError} `database-migration-failed`, or `database-too-new` when a later version of
 *   Concord has migrated the database.
 */
export async function migrate(db: Kysely<Schema>, dialect: DatabaseDialect): Promise<void> {
  const known = migrations(dialect);
  const unknown = (await executedMigrations(db)).filter((name) => known[name] === undefined);
  if (unknown.length > 0) {
    throw new ConcordError('database-too-new', `unknown migrations ${unknown.join(', ')}`, {
      forPeople:
        'The database was written by a later version of Concord. Update Concord, or name another DATA_DIR or DATABASE_URL.',
      details: { unknown },
    });
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: migrationTable,
    migrationLockTableName: 'migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw new ConcordError('database-migration-failed', 'the database could not be migrated', {
    cause: error,
    forPeople: `The database could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`,
  });
}

/** Names of the migrations that were run; none for a new database. */
async function executedMigrations(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === migrationTable)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(migrationTable)}`.execute(db);
  return rows.map(({ name }) => name);
}
