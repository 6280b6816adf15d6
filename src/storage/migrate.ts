import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ConcordError } from '../errors.ts';
import type { DatabaseDialect } from './dialect.ts';
import { createFirstTables } from './migrations/0001-first-tables.ts';
import type { Schema } from './schema.ts';

function migrations(dialect: DatabaseDialect): Record<string, Migration> {
  return {
    '0001-first-tables': { up: (db) => createFirstTables(db as Kysely<Schema>, dialect) },
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
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const missing = /corrupted migrations: previously executed migration (\S+) is missing/.exec(
    error instanceof Error ? error.message : '',
  );
  if (missing) {
    throw new ConcordError('database-too-new', `unknown migration ${missing[1]}`, {
      cause: error,
      forPeople:
        'The database was written by a later version of Concord. Update Concord, or name another DATA_DIR.',
    });
  }
  throw new ConcordError('database-migration-failed', 'the database could not be migrated', {
    cause: error,
    forPeople: `The database could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`,
  });
}
