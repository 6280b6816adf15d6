import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/retrieval/analysis/analyser.ts';
import type { Embedder } from '../../src/retrieval/index.ts';
import { fitLatentSemanticModel } from '../../src/retrieval/semantic/fit-latent-semantic-model.ts';
import { LatentSemanticEmbedder } from '../../src/retrieval/semantic/latent-semantic-embedder.ts';
import { modelFromBytes, modelToBytes } from '../../src/retrieval/semantic/model-bytes.ts';
import { writtenPublications } from '../retrieval/filled-library.ts';
import { describeEmbedder } from './embedder-contract.ts';

const analyser = createAnalyser();
const fitOn = (texts: readonly string[], dimensions: number) =>
  fitLatentSemanticModel(texts, dimensions, analyser, async () => {});

async function createEmbedder(): Promise<Embedder> {
  const texts = writtenPublications(40).flatMap(({ passages }) => passages);
  return new LatentSemanticEmbedder(
    'fitted',
    await fitOn([...texts, 'ward full', 'full'], 16),
    analyser,
  );
}

describe('latent semantic embedder', () => {
  describeEmbedder(createEmbedder);

  test('finds texts alike that share no word but the company of their words', async () => {
    const texts = [
      'cardiologist treats heart',
      'heart failure and cardiologist',
      'heart valve',
      'heart attack valve',
      'budget deficit',
      'budget savings',
      'deficit savings plan',
      'plan budget',
    ];
    const embedder = new LatentSemanticEmbedder('small', await fitOn(texts, 2), analyser);
    const similarity = async (left: string, right: string): Promise<number> => {
      const [a = [], b = []] = await embedder.embedDocuments([left, right]);
      return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
    };
    expect(await similarity('cardiologist', 'valve')).toBeGreaterThan(0.8);
    expect(await similarity('cardiologist', 'savings')).toBeLessThan(0.2);
  });

  test('gives zeros for a text of unknown words, and covers none of it', async () => {
    const embedder = await createEmbedder();
    expect((await embedder.embedQuery('xylophone')).every((value) => value === 0)).toBe(true);
    expect(embedder.coverage('xylophone')).toBe(0);
  });

  test('fits a library too small to have two texts in common', async () => {
    const model = await fitOn(['alone'], 16);
    expect(model.dimensions).toBe(0);
    const embedder = new LatentSemanticEmbedder('none', model, analyser);
    expect(await embedder.embedQuery('alone')).toEqual([]);
  });

  test('its model survives as bytes, and damage is noticed', async () => {
    const model = await fitOn(
      writtenPublications(10).flatMap(({ passages }) => passages),
      8,
    );
    const bytes = modelToBytes(model);
    expect(modelFromBytes(bytes)).toEqual(model);
    for (const at of [0, 8, 21, bytes.length - 1]) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      expect(modelFromBytes(damaged)).toBeNull();
    }
    expect(modelFromBytes(bytes.subarray(0, bytes.length - 4))).toBeNull();
    expect(modelFromBytes(new Uint8Array(0))).toBeNull();
  });
});
