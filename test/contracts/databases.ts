import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { afterEach, beforeAll, describe } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';

/** Opens a migrated, empty database that is closed after the test. */
export type OpenDatabase = () => Promise<Database>;

let shared: Promise<PostgresServer> | undefined;

/**
 * Runs a contract on SQLite in memory and on PostgreSQL (PGlite, over the wire through `pg`). The
 * PostgreSQL server starts once for all files that share their modules and is emptied for each
 * `open()`, so one test at a time may have one database open.
 */
export function describeOnEachDatabase(name: string, contract: (open: OpenDatabase) => void): void {
  describe(`${name} on SQLite`, () => {
    const opened: Database[] = [];
    afterEach(() => closeAll(opened));
    contract(async () => keep(opened, await openDatabase(':memory:')));
  });

  describe(`${name} on PostgreSQL`, () => {
    const opened: Database[] = [];
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      // Starting takes longer than most contracts; it ends with the process that runs them.
      shared ??= startPostgres();
      server = await shared;
    });
    afterEach(() => closeAll(opened));
    contract(async () => {
      if (server === undefined) throw new Error('the PostgreSQL server has not started');
      await server.empty();
      return keep(opened, await openDatabase(server.url));
    });
  });
}

export interface PostgresServer {
  url: string;
  /** Drops every table. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL in this process, reachable over TCP. */
export async function startPostgres(): Promise<PostgresServer> {
  const postgres = await PGlite.create();
  const server = new PGLiteSocketServer({
    db: postgres,
    host: '127.0.0.1',
    port: 0,
    maxConnections: 20,
  });
  await server.start();
  return {
    url: `postgres://postgres:${randomUUID()}@${server.getServerConn()}/postgres?sslmode=disable`,
    async empty() {
      await postgres.exec('drop schema public cascade; create schema public;');
    },
    async stop() {
      await server.stop();
      await postgres.close();
    },
  };
}

function keep(opened: Database[], database: Database): Database {
  opened.push(database);
  return database;
}

async function closeAll(opened: Database[]): Promise<void> {
  for (const database of opened.splice(0)) await database.close();
}
