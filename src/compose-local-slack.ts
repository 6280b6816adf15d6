import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from './playground/index.ts';

const manifestPath = join(import.meta.dirname, '..', 'manifest.json');

/** What tests set differently. */
export type LocalSlackSettings = Pick<LocalSlackOptions, 'clock' | 'rateLimits'>;

/**
 * Starts the local Slack with Concord's own manifest: on the configured port, or on any free one
 * when that is taken.
 *
 * @throws {PlaygroundError} of `startLocalSlack`.
 */
export async function openLocalSlack(
  config: Config,
  settings: LocalSlackSettings = {},
): Promise<LocalSlack> {
  const manifest: unknown = JSON.parse(await readFile(manifestPath, 'utf8'));
  const { dataDirectory, playgroundKeep, playgroundPort: port } = config;
  if (playgroundKeep) await mkdir(dataDirectory, { recursive: true });
  const kept = { statePath: join(dataDirectory, 'local-slack.json'), autosave: true };
  const options = { ...settings, manifest, ...(playgroundKeep ? kept : {}) };
  try {
    return await startLocalSlack({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startLocalSlack({ ...options, port: 0 });
  }
}
