import { afterEach } from 'vitest';
import { type SlackJourney, type SlackJourneyOptions, startSlackJourney } from './slack-journey.ts';

/** Starts journeys for a test file and ends each after its test, unless the test has ended it. */
export function useSlackJourney(): (options: SlackJourneyOptions) => Promise<SlackJourney> {
  const running = new Set<SlackJourney>();
  afterEach(async () => {
    for (const journey of running) await journey.close();
  });
  return async (options) => {
    const journey = await startSlackJourney(options);
    const own: SlackJourney = {
      ...journey,
      close: () => {
        running.delete(own);
        return journey.close();
      },
    };
    running.add(own);
    return own;
  };
}
