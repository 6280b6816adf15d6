import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analyser } from '../analysis/analyser.ts';
import { type NamedArray, readArrayFile, writeArrayFile } from '../arrays/array-file.ts';
import type { IndexedPublication, IndexRevisions } from '../index-store.ts';
import { MemoryLexicalIndex } from '../lexical/memory-lexical-index.ts';
import { PassageTable } from '../passage-table.ts';
import { HnswGraph } from '../semantic/hnsw-graph.ts';
import { HnswVectorIndex } from '../semantic/hnsw-vector-index.ts';
import { checksumOfFile } from './checksum-of-file.ts';

/** To be raised whenever analysis, weights or layout change, so that older caches are not used. */
const formatVersion = 2;
const indexFile = 'index.cache';
const graphSuffix = '.graph';

/** What a cache was made from. */
export interface CacheFingerprint extends IndexRevisions {
  /** Null without a semantic side. */
  embedderId: string | null;
}

export interface CachedIndexes {
  fingerprint: CacheFingerprint;
  table: PassageTable;
  lexical: MemoryLexicalIndex;
  /** Null when the cache holds none. */
  vectors: HnswVectorIndex | null;
}

interface CacheFacts extends CacheFingerprint {
  formatVersion: number;
  publications: IndexedPublication[];
  dimensions: number;
  graph: { file: string; checksum: number } | null;
}

/**
 * Writes the indexes to files. The graph comes first, under a name of its own; moving the index file
 * into place makes both valid at once, so a process killed half-way leaves the earlier cache.
 */
export async function writeIndexCache(
  directory: string,
  { fingerprint, table, lexical, vectors }: CachedIndexes,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const { publications, ...tableArrays } = table.snapshot();
  const graphName = `${randomUUID()}${graphSuffix}`;
  const hasGraph = vectors?.writeGraph(join(directory, graphName)) ?? false;
  const facts: CacheFacts = {
    ...fingerprint,
    formatVersion,
    publications,
    dimensions: vectors?.dimensions ?? 0,
    graph: hasGraph
      ? { file: graphName, checksum: (await checksumOfFile(join(directory, graphName))) ?? 0 }
      : null,
  };
  await writeArrayFile(join(directory, indexFile), facts, {
    ...prefixed('table.', tableArrays),
    ...prefixed('lexical.', lexical.arrays()),
    ...(vectors ? prefixed('semantic.', vectors.arrays()) : {}),
  });
  for (const name of await readdir(directory)) {
    const isStale = name.endsWith(graphSuffix) && name !== graphName;
    if (isStale) await rm(join(directory, name), { force: true });
  }
}

/**
 * Reads a cache made from the same database at this or an earlier revision.
 *
 * @returns null when there is none, it is damaged, or it belongs to another database or version.
 */
export async function readIndexCache(
  directory: string,
  analyser: Analyser,
  current: IndexRevisions,
): Promise<CachedIndexes | null> {
  const file = await readArrayFile(join(directory, indexFile));
  if (!file) return null;
  // The checksum vouches for what this module wrote; only the version may differ.
  const facts = file.facts as CacheFacts;
  const isUsable =
    facts.formatVersion === formatVersion &&
    facts.identity === current.identity &&
    facts.library <= current.library &&
    facts.embeddings <= current.embeddings;
  if (!isUsable) return null;
  const array = <A extends NamedArray>(name: string): A => {
    const found = file.arrays.get(name);
    if (!found) throw new RangeError(`the index cache lacks ${name}`);
    return found as A;
  };
  const table = PassageTable.fromSnapshot({
    publications: facts.publications,
    passageIds: array('table.passageIds'),
    ordinals: array('table.ordinals'),
    entryOf: array('table.entryOf'),
  });
  const lexical = MemoryLexicalIndex.fromArrays(analyser, {
    keys: array('lexical.keys'),
    frequencies: array('lexical.frequencies'),
    heads: array('lexical.heads'),
    tails: array('lexical.tails'),
    tailCounts: array('lexical.tailCounts'),
    terms: array('lexical.terms'),
    documentFrequencies: array('lexical.documentFrequencies'),
    lengths: array('lexical.lengths'),
    present: array('lexical.present'),
  });
  const vectors =
    facts.embedderId === null
      ? null
      : HnswVectorIndex.fromArrays(
          facts.dimensions,
          { vectors: array('semantic.vectors'), present: array('semantic.present') },
          await readGraph(directory, facts),
        );
  const { identity, library, embeddings, embedderId } = facts;
  const fingerprint = { identity, library, embeddings, embedderId };
  return { fingerprint, table, lexical, vectors };
}

/** Null when there is none or it is damaged; it is then built anew from the vectors. */
async function readGraph(
  directory: string,
  { graph, dimensions }: CacheFacts,
): Promise<HnswGraph | null> {
  if (!graph) return null;
  const path = join(directory, graph.file);
  // hnswlib trusts what it reads, so a damaged file must not get there.
  if ((await checksumOfFile(path)) !== graph.checksum) return null;
  return HnswGraph.read(path, dimensions);
}

function prefixed(prefix: string, arrays: object): Record<string, NamedArray> {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]: [string, NamedArray]) => [prefix + name, array]),
  );
}
