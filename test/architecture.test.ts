import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

/** Each feature and the features it may use, and those only through their `index.ts`. */
const features: Record<string, readonly string[]> = {
  people: [],
  library: ['people'],
  retrieval: ['people', 'library'],
  prompting: [],
  answering: ['people', 'library', 'retrieval', 'prompting'],
  messaging: ['people'],
  notices: ['people', 'library', 'messaging'],
  summaries: ['people', 'library', 'retrieval', 'prompting', 'answering'],
  evaluation: ['people', 'library', 'retrieval', 'answering', 'summaries'],
};
const edges = ['storage', 'slack', 'models', 'playground'];
const everywhere = ['errors.ts', 'clock.ts', 'observability'];
const mostLines = 250;

interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = typescriptFiles(source);

/** Relative imports of every source file, as paths below src/. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = text.matchAll(
    /(import type [^;]*?from|from|import\(|import|URL\()\s*'(\.{1,2}\/[^']+)'/g,
  );
  return [...specifiers].map(([, keyword, specifier]) => ({
    from: relative(source, file),
    to: relative(source, resolve(dirname(file), specifier ?? '')),
    isTypeOnly: keyword?.startsWith('import type') === true,
  }));
}

const imports = files.flatMap(importsOf);
const folderOf = (path: string): string => path.split('/')[0] ?? '';
const describeImport = ({ from, to }: Import): string => `${from} -> ${to}`;

/** One circle of imports, as a path that ends where it began, for each import that closes one. */
function importCircles(all: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of all) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  function follow(file: string, path: readonly string[]): void {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) circles.push([...path.slice(seenAt), file].join(' -> '));
    if (seenAt >= 0 || done.has(file)) return;
    for (const next of targets.get(file) ?? []) follow(next, [...path, file]);
    done.add(file);
  }
  for (const file of targets.keys()) follow(file, []);
  return circles;
}

describe('architecture', () => {
  test('the test sees the code', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(40);
  });

  test('features use only the features below them, through index.ts', () => {
    const wrong = imports.filter(({ from, to }) => {
      const allowed = features[folderOf(from)];
      if (allowed === undefined || folderOf(to) === folderOf(from)) return false;
      if (everywhere.includes(folderOf(to))) return false;
      return !(allowed.includes(folderOf(to)) && to === `${folderOf(to)}/index.ts`);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('edges use features through index.ts, and not each other', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!edges.includes(folderOf(from)) || folderOf(to) === folderOf(from)) return false;
      if (everywhere.includes(folderOf(to))) return false;
      if (folderOf(from) === 'slack' && to === 'config.ts') return false;
      return !(folderOf(to) in features && to === `${folderOf(to)}/index.ts`);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('only the composition root and the commands know the edges', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        edges.includes(folderOf(to)) &&
        !edges.includes(folderOf(from)) &&
        !/^(compose[a-z-]*\.ts|compose\/)/.test(from),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('no file is imported by what it imports, not even for types', () => {
    const circle = [
      { from: 'one.ts', to: 'two.ts', isTypeOnly: false },
      { from: 'two.ts', to: 'one.ts', isTypeOnly: true },
    ];
    expect(importCircles(circle)).toEqual(['one.ts -> two.ts -> one.ts']);
    expect(importCircles(imports)).toEqual([]);
  });

  test('the page in the browser shares little with the server but types', () => {
    const page = 'playground/page/';
    const shared = [
      'playground/page-api/page-protocol.ts',
      // What a form holds at first is the same for who draws it and for who sends it.
      'playground/interactions/element-values.ts',
    ];
    const isShared = ({ to, isTypeOnly }: Import): boolean =>
      shared.includes(to) || (isTypeOnly && /^playground\/(state|interactions)\//.test(to));
    const fromPage = imports.filter(({ from }) => from.startsWith(page));
    expect(fromPage.length).toBeGreaterThan(40);
    const wrong = fromPage.filter((each) => !each.to.startsWith(page) && !isShared(each));
    expect(wrong.map(describeImport)).toEqual([]);
    const back = imports.filter(({ from, to }) => to.startsWith(page) && !from.startsWith(page));
    expect(back.map(describeImport)).toEqual([]);
  });

  test('only the configuration and the executable read the environment', () => {
    const readers = files
      .filter((file) => readFileSync(file, 'utf8').includes('process.env'))
      .map((file) => relative(source, file));
    expect(readers.filter((file) => !['config.ts', 'cli.ts'].includes(file))).toEqual([]);
  });

  test(`no file is longer than ${mostLines} lines`, () => {
    const all = [...files, ...typescriptFiles(import.meta.dirname)];
    const long = all
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > mostLines)
      .map(({ file, lines }) => `${relative(root, file)}: ${lines}`);
    expect(long).toEqual([]);
  });

  test('files are named in kebab-case', () => {
    const odd = files
      .map((file) => relative(source, file))
      .filter(
        (file) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(file),
      );
    expect(odd).toEqual([]);
  });
});
