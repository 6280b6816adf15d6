import type { Clock } from '../../clock.ts';
import { createPace, describeError, endsWithin, type Rate } from '../../messaging/index.ts';
import type { FindOutsiders } from '../../notices/index.ts';
import type { Log } from '../../observability/log.ts';
import type { SlackDirectory } from '../people/directory.ts';

export interface FindOutsidersOptions {
  directory: Pick<SlackDirectory, 'knownOutsidersIn' | 'outsidersIn' | 'standingOf'>;
  isPerson(place: string): boolean;
  clock: Clock;
  /** How often a place is looked up for this; whoever asks more often is told that it is not known. */
  rate: Rate;
  /** Longest time for one place, ms. */
  mostMs: number;
  log: Log;
}

/**
 * Creates the function that looks once more, right before something is sent, who would see it. What is
 * remembered is used; nothing waits for its turn to look, so that no announcement is held up.
 */
export function createFindOutsiders(options: FindOutsidersOptions): FindOutsiders {
  const { directory, isPerson, clock, rate, mostMs, log } = options;
  const pace = createPace(rate);

  async function look(place: string): Promise<string[] | null> {
    if (!isPerson(place)) return directory.outsidersIn(place);
    return (await directory.standingOf(place)) === 'outsider' ? [place] : [];
  }

  return async (place) => {
    const known = isPerson(place) ? null : directory.knownOutsidersIn(place);
    if (known !== null) return known;
    const now = clock.now();
    if (pace.wait(now) > 0) return null;
    pace.take(now);
    let found: string[] | null = null;
    const looking = look(place).then(
      (outsiders) => {
        found = outsiders;
      },
      (error: unknown) => log.warn({ place, reason: describeError(error) }, 'outsiders-unknown'),
    );
    await endsWithin(looking, mostMs);
    return found;
  };
}
