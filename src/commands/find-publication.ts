import type { LibraryStore, Publication } from '../library/index.ts';
import { findPublications } from '../summaries/index.ts';
import { CommandFailure } from './command.ts';

const mostNamed = 10;
const mostNearest = 3;

/**
 * The publication somebody means by an id, a source, or words of title, authors, year or source.
 * Retired ones count too.
 *
 * @throws {CommandFailure} when there is none, or more than one.
 */
export async function findPublication(store: LibraryStore, named: string): Promise<Publication> {
  const exact = (await store.get(named)) ?? (await store.findBySource(named));
  return exact ?? choosePublication(await store.list({ retired: 'any' }), named);
}

/**
 * The one of these publications that somebody means.
 *
 * @throws {CommandFailure} when there is none, naming the nearest, or more than one, naming them.
 */
export function choosePublication(
  publications: readonly Publication[],
  named: string,
): Publication {
  const { match, publications: found } = findPublications(publications, named, publications.length);
  const [first] = found;
  if (first !== undefined && match === 'one') return first;
  if (match === 'several' && first !== undefined) {
    const more = found.length > mostNamed ? [`  and ${found.length - mostNamed} more`] : [];
    throw new CommandFailure(
      [
        `“${named}” fits ${found.length} publications; name one by its id:`,
        ...found.slice(0, mostNamed).map(describe),
        ...more,
      ].join('\n'),
    );
  }
  const nearest = found.slice(0, mostNearest).map(describe);
  throw new CommandFailure(
    [
      `No publication has “${named}” as id, source or words of its title, authors or year.${nearest.length === 0 ? '' : ' Nearest:'}`,
      ...nearest,
      'See all with: concord library list --all',
    ].join('\n'),
  );
}

function describe({ id, title, date }: Publication): string {
  return `  ${id}  ${title}${date === null ? '' : ` (${date})`}`;
}
