import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { isSidecar, sidecarPathsOf } from '../metadata/sidecar.ts';
import { formatOfExtension } from '../readers/readable-extensions.ts';
import type { FolderProblem, FoundFiles, SearchedScope } from './source-file.ts';

/** What people put beside documents to say what the folder is. */
const aboutTheFolder = /^(readme|licen[cs]e|copying|changelog)(\.[a-z]+)?$/i;
/** Left behind by Office and Windows. */
const leftovers = /^(~\$.*|thumbs\.db|desktop\.ini)$/i;

/**
 * Looks through folders for files that can be read. Left out: names beginning with a dot,
 * README and LICENSE files, lock files, sidecars (`NAME.meta.yaml`, found with the file they
 * describe) and whatever is reached by a symbolic link to a folder or out of the library folder.
 *
 * @param paths folders, or single files.
 * @param folders library folders; a path below one of them belongs to it, any other is a library
 *   folder of its own.
 */
export async function findSourceFiles(
  paths: readonly string[],
  folders: readonly string[] = [],
): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], ignored: [], problems: [], warnings: [], scopes: [] };
  const known = await Promise.all(folders.map((folder) => locate(folder)));
  const given = await Promise.all(paths.map((path) => locate(path)));
  const roots = [...known, ...given].flatMap((place) =>
    place === undefined ? [] : [rootOf(place)],
  );
  const seen = new Set<string>();
  for (const [index, start] of given.entries()) {
    if (start === undefined) {
      found.problems.push(problemWith(paths[index] ?? '', 'folder-missing'));
      continue;
    }
    const root = roots
      .filter(({ real }) => isWithin(real, start.real))
      .reduce((widest, other) => (other.real.length < widest.real.length ? other : widest));
    const path = join(root.path, relative(root.real, start.real));
    const scope: SearchedScope = {
      folder: root.path,
      below: below(root.path, path),
      unreadable: [],
    };
    found.scopes.push(scope);
    const search: Search = { found, scope, realFolder: root.real, seen };
    if (start.isFile) await takeFile(search, path, await readdir(dirname(path)));
    else await searchFolder(search, path);
  }
  found.files.sort((a, b) => compare(a.path, b.path));
  found.ignored.sort(compare);
  return found;
}

interface Search {
  found: FoundFiles;
  scope: SearchedScope;
  realFolder: string;
  seen: Set<string>;
}

async function searchFolder(search: Search, folder: string): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    search.scope.unreadable.push(below(search.scope.folder, folder));
    search.found.problems.push(problemWith(folder, 'folder-unreadable'));
    return;
  }
  const names = entries.map((entry) => entry.name);
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await searchFolder(search, path);
    else if (entry.isFile()) await takeFile(search, path, names);
    else if (entry.isSymbolicLink()) await followLink(search, path, names);
  }
}

async function followLink(search: Search, path: string, names: readonly string[]): Promise<void> {
  const source = below(search.scope.folder, path);
  const warn = (why: string): void => {
    search.found.warnings.push({ source, message: `symbolic link not followed: ${why}` });
  };
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) return warn('what it points to does not exist');
  if (!isWithin(search.realFolder, target)) return warn('it leads out of the library folder');
  const information = await stat(target).catch(() => undefined);
  if (information?.isFile()) await takeFile(search, path, names);
  else warn('it leads to a folder');
}

async function takeFile(search: Search, path: string, names: readonly string[]): Promise<void> {
  const { found, scope, seen } = search;
  const name = basename(path);
  if (seen.has(path) || leftovers.test(name) || aboutTheFolder.test(name)) return;
  seen.add(path);
  const relativePath = below(scope.folder, path);
  if (isSidecar(name)) {
    if (!names.some((other) => other !== name && sidecarPathsOf(other).includes(name))) {
      found.warnings.push({ source: relativePath, message: 'describes a file that is not there' });
    }
    return;
  }
  if (formatOfExtension[extname(name).toLowerCase()] === undefined) {
    found.ignored.push(relativePath);
    return;
  }
  found.files.push({ path, folder: scope.folder, relativePath });
}

interface Place {
  /** Absolute, as people write it: a link that is turned to another folder stays the same folder. */
  path: string;
  /** Where it really is, to recognise the same folder by another name. */
  real: string;
  isFile: boolean;
}

async function locate(given: string): Promise<Place | undefined> {
  try {
    const path = resolve(given);
    if (!(await stat(path)).isFile()) return { path, real: await realpath(path), isFile: false };
    return { path, real: join(await realpath(dirname(path)), basename(path)), isFile: true };
  } catch {
    return undefined;
  }
}

function rootOf({ path, real, isFile }: Place): Place {
  return isFile
    ? { path: dirname(path), real: dirname(real), isFile: false }
    : { path, real, isFile };
}

function problemWith(path: string, code: FolderProblem['code']): FolderProblem {
  const problem = code === 'folder-missing' ? 'does not exist' : 'cannot be read';
  return {
    path,
    code,
    reason: `${path} ${problem}. Check the path, that it is mounted and that Concord may read it; nothing stored from it was changed.`,
  };
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/').normalize('NFC');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
