import type { Clock } from '../../clock.ts';
import type { Publication } from '../../library/index.ts';
import { type Audience, audiencesUpTo, type Directory } from '../../people/index.ts';
import type { LibraryView } from '../library-view.ts';

interface Library {
  library: Pick<LibraryView, 'publication'>;
  clock: Clock;
}

/** Those of the publications that somebody with these audiences may read now, in the order given. */
export async function readableWith(
  { library, clock }: Library,
  ids: readonly string[],
  audiences: readonly Audience[],
): Promise<Publication[]> {
  const found = await Promise.all(ids.map((id) => library.publication(id)));
  return found.filter(
    (one): one is Publication =>
      one !== null &&
      one.retiredAt === null &&
      audiences.includes(one.audience) &&
      (one.embargoedUntil ?? 0) <= clock.now(),
  );
}

/** Those that a person may read now, by what they are now. */
export async function readableBy(
  parts: Library & { directory: Pick<Directory, 'rolesOf'> },
  ids: readonly string[],
  person: string,
): Promise<Publication[]> {
  if (ids.length === 0) return [];
  const { rank, groups } = await parts.directory.rolesOf(person);
  return readableWith(parts, ids, audiencesUpTo(rank, groups));
}
