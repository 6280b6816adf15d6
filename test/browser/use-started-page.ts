import { afterAll, beforeAll } from 'vitest';
import { type StartedPage, type StartPageOptions, startPage } from './start-page.ts';

/** The assistant with its page, started once for a test file; returns what gives it to a test. */
export function useStartedPage(options?: StartPageOptions): () => StartedPage {
  let started: StartedPage | null = null;
  beforeAll(async () => {
    started = await startPage(options);
  }, 60_000);
  afterAll(() => started?.close());
  return () => {
    if (started === null) throw new Error('the page is started by beforeAll');
    return started;
  };
}
