import { afterEach } from 'vitest';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../../src/playground/index.ts';

/** Starts local Slacks for a test file and ends each after its test. Rate limits are off. */
export function useLocalSlack(): (options?: LocalSlackOptions) => Promise<LocalSlack> {
  const running: LocalSlack[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((slack) => slack.close()));
  });
  return async (options = {}) => {
    const slack = await startLocalSlack({ rateLimits: false, ...options });
    running.push(slack);
    return slack;
  };
}
