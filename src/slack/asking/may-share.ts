import type { Answered, Source } from '../../answering/index.ts';
import type { Clock } from '../../clock.ts';
import type { Audience } from '../../people/index.ts';
import type { LibraryView } from '../library-view.ts';

/** What stands between an answer and other readers. */
export interface SharingObstacles {
  /** Numbers of the sources that they may not read. */
  closed: number[];
  /** Numbers of the sources that have changed or were taken out of the library since. */
  changed: number[];
}

/**
 * Compares what an answer draws on, as the library is now, with what its readers may read.
 *
 * @returns null when nothing stands in the way.
 */
export async function findObstacles(
  { library, clock }: { library: LibraryView; clock: Clock },
  { sources }: Answered,
  audiences: readonly Audience[],
): Promise<SharingObstacles | null> {
  const obstacles: SharingObstacles = { closed: [], changed: [] };
  for (const source of sources) {
    const kind = await obstacleOf(source);
    if (kind !== null) obstacles[kind].push(source.number);
  }
  return obstacles.closed.length + obstacles.changed.length === 0 ? null : obstacles;

  async function obstacleOf({ publication: then }: Source): Promise<keyof SharingObstacles | null> {
    const now = await library.publication(then.id);
    if (now === null || now.retiredAt !== null || now.contentHash !== then.contentHash) {
      return 'changed';
    }
    const isEmbargoed = (now.embargoedUntil ?? 0) > clock.now();
    return isEmbargoed || !audiences.includes(now.audience) ? 'closed' : null;
  }
}

/** Says to the asker, who may read them, which sources stand in the way, and what can be done. */
export function describeObstacles({ closed, changed }: SharingObstacles): string {
  const reasons = [
    ...(closed.length === 0 ? [] : [`not everybody here may read ${sourcesOf(closed)}`]),
    ...(changed.length === 0
      ? []
      : [`${sourcesOf(changed)} changed or left the library since you asked`]),
  ];
  return `This answer was not shared: ${reasons.join(', and ')}. I can ask again with what everybody here may read, and share that answer.`;
}

function sourcesOf(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'source' : 'sources'} ${numbers.map((number) => `[${number}]`).join(', ')}`;
}
