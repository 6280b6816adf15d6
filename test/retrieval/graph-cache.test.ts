import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAnalyser } from '../../src/retrieval/analysis/analyser.ts';
import { readIndexCache, writeIndexCache } from '../../src/retrieval/engine/index-cache.ts';
import { MemoryLexicalIndex } from '../../src/retrieval/lexical/memory-lexical-index.ts';
import { PassageTable } from '../../src/retrieval/passage-table.ts';
import { HnswVectorIndex } from '../../src/retrieval/semantic/hnsw-vector-index.ts';
import { randomUnitVectors } from '../contracts/vector-index-contract.ts';

const analyser = createAnalyser();
const revisions = { identity: 7, library: 3, embeddings: 2 };
const vectors = randomUnitVectors(100, 1);
const [query = new Float32Array(8)] = vectors;
const everything = (): boolean => true;
let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-graph-'));
  const index = new HnswVectorIndex(8, 1);
  index.upsert(vectors.map((vector, key) => ({ key, vector })));
  await index.settle(async () => {});
  await write(index);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function write(index: HnswVectorIndex): Promise<void> {
  await writeIndexCache(directory, {
    fingerprint: { ...revisions, embedderId: 'e' },
    table: new PassageTable(),
    lexical: new MemoryLexicalIndex(analyser),
    vectors: index,
  });
}

const graphs = async (): Promise<string[]> =>
  (await readdir(directory)).filter((name) => name.endsWith('.graph'));
const readVectors = async () => (await readIndexCache(directory, analyser, revisions))?.vectors;

test('the graph comes back with its vectors and can be added to', async () => {
  const index = await readVectors();
  expect(index?.size).toBe(100);
  index?.upsert([{ key: 100, vector: query }]);
  await index?.settle(async () => {});
  index?.remove([0]);
  expect(index?.search(query, 3, everything)[0]?.key).toBe(100);
});

test('a damaged or missing graph is built anew from the vectors', async () => {
  const [name = ''] = await graphs();
  const path = join(directory, name);
  const bytes = await readFile(path);
  bytes.fill(255, bytes.length >> 1);
  await writeFile(path, bytes);
  const expected = vectors.length;
  for (const prepare of [async () => {}, () => rm(path)]) {
    await prepare();
    const index = await readVectors();
    expect(index?.search(query, 200, everything)).toHaveLength(expected);
    await index?.settle(async () => {});
    expect(index?.search(query, 3, everything)[0]?.key).toBe(0);
  }
});

test('writing again leaves one graph', async () => {
  const [before] = await graphs();
  const index = await readVectors();
  if (!index) throw new Error('no cache');
  await write(index);
  const after = await graphs();
  expect(after).toHaveLength(1);
  expect(after[0]).not.toBe(before);
});
