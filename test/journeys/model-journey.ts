import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { type OpenLibrary, openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/observability/log.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { type SlackJourney, type SlackJourneyOptions, startSlackJourney } from './slack-journey.ts';

/** What the library says, each a sentence that a claim can quote as a whole. */
export const letters =
  'The discharge audit found that 41 of 120 letters reached the practice within two days.';
export const sameDay = 'Letters sent by the new service reached the practice on the same day.';
export const pharmacists = 'Pharmacists checked every medicine before the patient left the ward.';
export const outcomes = 'Joint working is judged by the outcomes that patients achieve.';
/** For the eyes of leads alone. */
export const budget = 'The board keeps a reserve of 75,000 pounds for the discharge service.';

/** Longest wait for an answer on a busy machine. */
export const patienceMs = 15_000;

export const lettersQuestion = 'What did the discharge audit find about letters?';

const files = {
  'audit.md': `# Discharge audit\n\n${letters} ${sameDay} ${pharmacists}\n`,
  'values.md': `# Common values\n\n${outcomes} Partners agree the outcome measures before they agree the budget.\n`,
  'board.md': `---\ntitle: Board paper\naudience: leads\n---\n\n# Reserve\n\n${budget} It is reviewed by the chair every spring.\n`,
};

/** Configuration of the library in a folder. */
export const environmentIn = (folder: string): Record<string, string> => ({
  LIBRARY_DIRS: join(folder, 'papers'),
  DATA_DIR: join(folder, 'data'),
});

/** Writes the small library's files into a new folder. */
export async function writeSmallLibrary(folder: string): Promise<void> {
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** Writes the small library into a folder and reads it. */
export async function ingestSmallLibrary(folder: string): Promise<void> {
  await writeSmallLibrary(join(folder, 'papers'));
  const config = readConfig(environmentIn(folder), folder);
  const library = await openLibrary(config, { clock: systemClock, log: silentLog });
  await library.ingest();
  await library.close();
}

export interface ModelJourney extends SlackJourney {
  library: OpenLibrary;
  /** What the log was told. */
  entries: Record<string, unknown>[];
}

export interface ModelJourneyOptions extends Omit<Partial<SlackJourneyOptions>, 'ask'> {
  /** Where the model is. */
  url: string;
  /** Further configuration, as in the environment. */
  environment?: Record<string, string>;
}

/** Starts the app with a library and a model at an address, and ends it after `work`. */
export type WithModelJourney = (
  options: ModelJourneyOptions,
  work: (journey: ModelJourney) => Promise<void>,
) => Promise<void>;

/**
 * Reads a small library once for a test file; each journey has a copy of it, so that no answer is
 * known from another test and no model is left alone because of one.
 */
export function useModelJourney(): WithModelJourney {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concord-model-'));
    await ingestSmallLibrary(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  return async ({ url, environment, ...options }, work) => {
    const data = await mkdtemp(join(folder, 'data-'));
    await cp(join(folder, 'data'), data, { recursive: true });
    const chat = { CHAT_MODEL: 'test-model', CHAT_BASE_URL: url, CHAT_API_KEY: 'test-key' };
    const config = readConfig(
      { ...environmentIn(folder), DATA_DIR: data, ...chat, ...environment },
      folder,
    );
    const { log, entries } = createRecordingLog();
    const library = await openLibrary(config, { clock: systemClock, log });
    try {
      await library.engine.refresh();
      const { ask, view, database } = library;
      const app = { ask, storesItself: true, library: view, database, log };
      const journey = await startSlackJourney({ ...app, ...options });
      try {
        await work({ ...journey, library, entries });
      } finally {
        await journey.close();
      }
    } finally {
      await library.close();
    }
  };
}
