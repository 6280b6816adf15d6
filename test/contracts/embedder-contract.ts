import { expect, test } from 'vitest';
import type { Embedder } from '../../src/retrieval/index.ts';

/** What every embedder must do. The embedder must know the words of the sentences below. */
export function describeEmbedder(create: () => Promise<Embedder>): void {
  const sentences = ['The stroke ward was full.', 'A budget for the clinic.'];

  test('gives vectors of unit length and of its dimensions, in the order of the texts', async () => {
    const embedder = await create();
    const vectors = await embedder.embedDocuments(sentences);
    expect(vectors).toHaveLength(2);
    for (const vector of vectors) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    }
    const [second] = await embedder.embedDocuments(sentences.slice(1));
    second?.forEach((value, at) => {
      expect(vectors[1]?.[at]).toBeCloseTo(value, 5);
    });
    expect(await embedder.embedDocuments([])).toEqual([]);
  });

  test('places a query like a text', async () => {
    const embedder = await create();
    const query = await embedder.embedQuery(sentences[0] ?? '');
    const [text = []] = await embedder.embedDocuments(sentences.slice(0, 1));
    expect(query.reduce((sum, value, at) => sum + value * (text[at] ?? 0), 0)).toBeGreaterThan(0.9);
  });

  test('bears empty texts', async () => {
    const embedder = await create();
    expect(await embedder.embedQuery('')).toHaveLength(embedder.dimensions);
    expect((await embedder.embedDocuments(['', ...sentences]))[0]).toHaveLength(
      embedder.dimensions,
    );
  });

  test('says how much of a query it can express, and keeps its id', async () => {
    const embedder = await create();
    const coverage = embedder.coverage(sentences[0] ?? '');
    expect(coverage).toBeGreaterThan(0);
    expect(coverage).toBeLessThanOrEqual(1);
    expect((await create()).id).toBe(embedder.id);
  });
}
