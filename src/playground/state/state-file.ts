import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { PlaygroundError } from '../playground-error.ts';
import type { LocalSlackState } from './local-slack-state.ts';

const table = z.record(z.string(), z.looseObject({}));

/**
 * The outline is enough to tell a state from another file; what wrote it is this same code. What has
 * a default was missing in states of earlier versions.
 */
const stateSchema = z.looseObject({
  version: z.literal(1),
  team: z.looseObject({ id: z.string() }),
  app: z.looseObject({ botUserId: z.string() }),
  people: table,
  groups: table,
  conversations: z.record(
    z.string(),
    z.looseObject({
      messages: z.array(z.looseObject({ files: z.array(z.unknown()).default([]) })),
    }),
  ),
  files: table.default({}),
  ephemeral: z.array(z.unknown()),
  views: table,
  homeViews: z.record(z.string(), z.string()),
  modals: z.record(z.string(), z.array(z.string())),
  agentThreads: z.array(z.unknown()),
  lastRead: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  events: z.array(z.unknown()),
  forgottenEvents: z
    .object({
      sent: z.number(),
      acknowledged: z.number(),
      retried: z.number(),
      lost: z.number(),
    })
    .default({ sent: 0, acknowledged: 0, retried: 0, lost: 0 }),
  clockOffset: z.number().default(0),
  triggers: table,
  responseAddresses: table,
  lastMicrosecond: z.number(),
  lastNumber: z.number(),
});

/**
 * Reads a saved state; undefined when no path is given or the file is not there.
 *
 * @throws {PlaygroundError} `playground-state-unreadable`.
 */
export async function loadState(path: string | undefined): Promise<LocalSlackState | undefined> {
  if (path === undefined) return undefined;
  try {
    const state: unknown = JSON.parse(await readFile(path, 'utf8'));
    return stateSchema.parse(state) as unknown as LocalSlackState;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new PlaygroundError('playground-state-unreadable', `${path} is no saved local Slack`, {
      cause,
      forPeople: `${path} does not hold the state of a local Slack. Move it away to begin anew.`,
    });
  }
}

/**
 * Writes a state so that the file holds either the old or the new one, whole.
 *
 * @throws {PlaygroundError} `playground-state-unwritable`.
 */
export async function saveState(path: string, state: LocalSlackState): Promise<void> {
  // A name of its own, since two writes may overlap.
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(temporary, JSON.stringify(state));
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new PlaygroundError('playground-state-unwritable', `${path} cannot be written`, {
      cause,
      forPeople: `The local Slack cannot keep its state in ${path}. Choose a file that can be written.`,
    });
  }
}

/** @throws {PlaygroundError} `playground-no-state-path`. */
export function requireStatePath(path: string | undefined): string {
  if (path !== undefined) return path;
  throw new PlaygroundError('playground-no-state-path', 'no statePath was given', {
    forPeople: 'The local Slack was not told in which file to keep its state.',
  });
}
