import type { LibraryStore, Publication } from '../library/index.ts';
import { CommandFailure } from './command.ts';

const mostNamed = 10;

/**
 * The publication somebody means by an id, a source, or a part of a title or source. Retired ones
 * count too.
 *
 * @throws {CommandFailure} when there is none, or more than one.
 */
export async function findPublication(store: LibraryStore, named: string): Promise<Publication> {
  const exact = (await store.get(named)) ?? (await store.findBySource(named));
  if (exact !== null) return exact;
  const part = named.toLowerCase();
  const fitting = (await store.list({ retired: 'any' })).filter(
    ({ title, source }) =>
      title.toLowerCase().includes(part) || source.toLowerCase().includes(part),
  );
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  if (only === undefined) {
    throw new CommandFailure(
      `No publication has “${named}” as id, source or part of its title. See: concord library list --all`,
    );
  }
  const list = fitting.slice(0, mostNamed).map(({ id, title }) => `  ${id}  ${title}`);
  const more = fitting.length > mostNamed ? [`  and ${fitting.length - mostNamed} more`] : [];
  throw new CommandFailure(
    [`“${named}” fits ${fitting.length} publications; name one by its id:`, ...list, ...more].join(
      '\n',
    ),
  );
}
