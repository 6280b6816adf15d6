import type { SourceState } from '../library-store.ts';
import { type NamedFiles, relativePathOf } from './name-sources.ts';
import type { SearchedScope } from './source-file.ts';

/**
 * Live publications whose file is no longer in the folders that were looked through. A file that
 * failed has not vanished, nor has what lies below a folder that could not be read.
 */
export function vanishedSources(
  states: readonly SourceState[],
  named: NamedFiles,
  scopes: readonly SearchedScope[],
): SourceState[] {
  const present = new Set(named.files.map(({ source }) => source));
  return states.filter(({ source, origin, retiredAt }) => {
    if (origin === null || retiredAt !== null || present.has(source)) return false;
    const folder = named.moved.get(origin.folder) ?? origin.folder;
    const path = relativePathOf(source, origin.folder);
    return scopes.some(
      (scope) =>
        scope.folder === folder &&
        isBelow(path, scope.below) &&
        !scope.unreadable.some((unreadable) => isBelow(path, unreadable)),
    );
  });
}

/**
 * Live publications from folders that were library folders at the last ingest of all of them and are
 * none any more. What was ingested from elsewhere by name stays.
 */
export function abandonedSources(
  states: readonly SourceState[],
  named: NamedFiles,
  before: readonly string[],
  now: readonly string[],
): SourceState[] {
  const abandoned = new Set(before).difference(new Set(now));
  const present = new Set(named.files.map(({ source }) => source));
  return states.filter(
    ({ source, origin, retiredAt }) =>
      origin !== null &&
      retiredAt === null &&
      abandoned.has(origin.folder) &&
      !named.moved.has(origin.folder) &&
      !present.has(source),
  );
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
