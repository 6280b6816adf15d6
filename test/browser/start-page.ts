import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { openAssistant } from '../../src/compose-assistant.ts';
import type { LocalSlackSettings } from '../../src/compose-local-slack.ts';
import { readConfig } from '../../src/config.ts';
import { type Log, silentLog } from '../../src/observability/log.ts';
import type { LocalSlack } from '../../src/playground/index.ts';

const root = resolve(import.meta.dirname, '../..');

export interface StartPageOptions extends LocalSlackSettings {
  /** Folders of publications. Default: the sample corpus. */
  libraryFolders?: string[];
  /** Further environment variables, such as `SLACK_HELP_CHANNEL`. */
  environment?: Record<string, string>;
  log?: Log;
}

export interface StartedPage {
  /** Address of the page. */
  url: string;
  slack: LocalSlack;
  close(): Promise<void>;
}

/**
 * Starts what `npm start` starts, on a data folder of its own: the real assistant with its library
 * read, and the local Slack with its page built.
 */
export async function startPage(options: StartPageOptions = {}): Promise<StartedPage> {
  const { libraryFolders = [join(root, 'corpus')], environment, log = silentLog } = options;
  const folder = await mkdtemp(join(tmpdir(), 'concord-page-'));
  const config = readConfig(
    {
      LIBRARY_DIRS: libraryFolders.join(','),
      DATA_DIR: folder,
      PLAYGROUND_PORT: '0',
      ...environment,
    },
    root,
  );
  const { clock, rateLimits } = options;
  const assistant = await openAssistant(config, {
    clock: systemClock,
    log,
    localSlack: {
      ...(clock === undefined ? {} : { clock }),
      ...(rateLimits === undefined ? {} : { rateLimits }),
    },
  });
  const close = async (): Promise<void> => {
    await assistant.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { localSlack } = assistant;
    if (localSlack === null) throw new Error('the local Slack is not started when tokens are set');
    await Promise.all([assistant.library.ingest(), localSlack.driver.preparePage()]);
    await assistant.start();
    return { url: localSlack.driver.pageUrl, slack: localSlack.driver, close };
  } catch (error) {
    await close();
    throw error;
  }
}
