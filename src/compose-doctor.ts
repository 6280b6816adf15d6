import { access, constants, mkdir, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { type OpenLibrary, openLibrary } from './compose.ts';
import { checkEmbedder } from './compose-embedder-check.ts';
import { checkModel } from './compose-model-check.ts';
import { checkReranker } from './compose-rerank-check.ts';
import { checkStaff } from './compose-staff-check.ts';
import { checkSummaries } from './compose-summaries-check.ts';
import type { Config } from './config.ts';
import type { HealthCheck } from './observability/health-check.ts';
import { silentLog } from './observability/log.ts';
import { checkConnection } from './slack/index.ts';
import { checkDatabase } from './storage/check-database.ts';

const nodeNeeded = 24;
const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/**
 * What `concord doctor` looks at, in the order in which things depend on each other. The library is
 * opened by the first check that needs it and closed by `close`.
 */
export function composeHealthChecks(
  config: Config,
  clock: Clock,
): { checks: HealthCheck[]; close(): Promise<void> } {
  let opened: Promise<OpenLibrary> | null = null;
  const library = (): Promise<OpenLibrary> => {
    opened ??= openLibrary(config, { clock, log: silentLog });
    return opened;
  };
  return {
    checks: [
      checkRuntime,
      checkDataDirectory(config),
      checkFolders(config),
      checkStorage(config, library),
      checkLibrary(library),
      checkIndex(library),
      checkSummaries(config, library),
      checkEmbedder(config),
      checkReranker(config),
      checkModel(config.chat),
      checkSlack(config),
      checkStaff(config),
    ],
    close: async () => {
      const toClose = await opened?.catch(() => null);
      await toClose?.close();
    },
  };
}

const checkRuntime: HealthCheck = {
  name: 'runtime',
  fixWhenThrown: 'Run npm ci.',
  run: async () => {
    const major = Number(process.versions.node.split('.')[0]);
    const found = `Node ${process.versions.node}`;
    if (major >= nodeNeeded) return { state: 'ok', found, fix: null };
    return {
      state: 'failed',
      found,
      fix: 'Use npm scripts (npm run -s concord -- …) after npm ci.',
    };
  },
};

function checkDataDirectory({ dataDirectory }: Config): HealthCheck {
  return {
    name: 'data folder',
    fixWhenThrown: `Make ${dataDirectory} writable, or set DATA_DIR to a folder that is.`,
    run: async () => {
      await mkdir(dataDirectory, { recursive: true });
      await access(dataDirectory, constants.W_OK);
      return { state: 'ok', found: `${dataDirectory} is writable`, fix: null };
    },
  };
}

function checkFolders({ library: { directories } }: Config): HealthCheck {
  return {
    name: 'library folders',
    fixWhenThrown: 'Set LIBRARY_DIRS to folders that exist.',
    run: async () => {
      for (const directory of directories) {
        if (!(await stat(directory)).isDirectory()) throw new Error(`${directory} is no folder`);
      }
      return { state: 'ok', found: directories.join(', '), fix: null };
    },
  };
}

function checkStorage(config: Config, library: () => Promise<OpenLibrary>): HealthCheck {
  const isFile = config.databaseLocation.startsWith('/');
  return {
    name: 'database',
    fixWhenThrown: isFile
      ? 'Check that no other program holds the file and that the disk is not full.'
      : 'Check DATABASE_URL and that the server is running.',
    run: async () => {
      const { database } = await library();
      await checkDatabase(database);
      const kind =
        database.dialect === 'sqlite' ? `SQLite, ${config.databaseLocation}` : 'PostgreSQL';
      return { state: 'ok', found: `${kind}; tables up to date`, fix: null };
    },
  };
}

function checkLibrary(library: () => Promise<OpenLibrary>): HealthCheck {
  return {
    name: 'library',
    fixWhenThrown: 'Run: npm run -s concord -- ingest',
    run: async () => {
      const { store } = await library();
      const live = (await store.list()).length;
      const fix = 'Run: npm run -s concord -- ingest';
      if (live === 0) return { state: 'warning', found: 'no publications yet', fix };
      return { state: 'ok', found: `${live} publications`, fix: null };
    },
  };
}

function checkIndex(library: () => Promise<OpenLibrary>): HealthCheck {
  return {
    name: 'index',
    fixWhenThrown: 'Delete the folder "index" in DATA_DIR; it is rebuilt from the database.',
    run: async () => {
      const { engine } = await library();
      const startedAt = performance.now();
      const { withoutVector, toEmbed } = await engine.refresh();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const found = `${engine.termStatistics.passages} passages, loaded in ${seconds} s`;
      const lacking = [
        ...(withoutVector > 0 ? [`${withoutVector} are searched by their words only`] : []),
        ...(toEmbed > withoutVector ? [`${toEmbed} are yet to be embedded as configured`] : []),
      ];
      if (lacking.length === 0) return { state: 'ok', found, fix: null };
      return {
        state: 'warning',
        found: [found, ...lacking].join('; '),
        fix: 'A running assistant embeds them by itself; without one, run: npm run -s concord -- ingest',
      };
    },
  };
}

function checkSlack({ slack }: Config): HealthCheck {
  return {
    name: 'slack',
    fixWhenThrown: 'Follow "Connect your workspace" in README.md.',
    run: async () => {
      if (slack === null) {
        const found = 'no tokens: npm start uses a local Slack';
        return { state: 'skipped', found, fix: null };
      }
      const file = new URL('../manifest.json', import.meta.url);
      const manifest = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      const { workspace, missingScopes } = await checkConnection(
        slack,
        manifest.oauth_config.scopes.bot,
        silentLog,
      );
      const found = `connected to ${workspace}`;
      if (missingScopes.length === 0) return { state: 'ok', found, fix: null };
      return {
        state: 'warning',
        found: `${found}; missing scopes: ${missingScopes.join(', ')}`,
        fix: 'Update the app from manifest.json and install it again.',
      };
    },
  };
}
