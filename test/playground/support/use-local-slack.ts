import { afterEach } from 'vitest';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../../src/playground/index.ts';
import { createPageScript } from '../../../src/playground/page-api/page-script.ts';

/** Bundled once, as it takes longer than most tests. */
const pageScript = createPageScript();

/** Starts local Slacks for a test file and ends each after its test. Rate limits are off. */
export function useLocalSlack(): (options?: LocalSlackOptions) => Promise<LocalSlack> {
  const running: LocalSlack[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((slack) => slack.close()));
  });
  return async (options = {}) => {
    const slack = await startLocalSlack({ rateLimits: false, pageScript, ...options });
    running.push(slack);
    return slack;
  };
}
