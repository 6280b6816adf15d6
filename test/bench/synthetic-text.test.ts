import { beforeAll, describe, expect, it } from 'vitest';
import {
  type SyntheticPublication,
  syntheticPublications,
} from '../../src/bench/synthetic/synthetic-publications.ts';
import { createSyntheticQueries } from '../../src/bench/synthetic/synthetic-queries.ts';
import { functionWords, wordOfRank } from '../../src/bench/synthetic/word-of-rank.ts';

const take = (count: number, seed: number): SyntheticPublication[] => [
  ...syntheticPublications(seed).take(count),
];
const functionWord = new Set(functionWords);
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

describe('synthetic publications', () => {
  let publications: SyntheticPublication[];
  let words: string[];
  let frequencies: number[];

  beforeAll(() => {
    publications = take(400, 1);
    words = publications.flatMap((publication) => wordsOf(publication.text));
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    frequencies = [...counts.values()].sort((one, other) => other - one);
  });

  it('are the same for the same seed and others for another', () => {
    expect(take(3, 5)).toEqual(take(3, 5));
    expect(take(3, 5)).not.toEqual(take(3, 6));
    expect(new Set(publications.map((publication) => publication.source)).size).toBe(400);
  });

  it('have word frequencies that fall about inversely with the rank', () => {
    const [at20 = 0, at2000 = 0] = [frequencies[19], frequencies[1_999]];
    const slope = Math.log(at2000 / at20) / Math.log(2_000 / 20);
    expect(slope).toBeGreaterThan(-1.5);
    expect(slope).toBeLessThan(-0.8);
    const share = words.filter((word) => functionWord.has(word)).length / words.length;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.55);
  });

  it('keep bringing new words, at a falling rate', () => {
    const distinct = (count: number): number => new Set(words.slice(0, count)).size;
    const exponent = Math.log(distinct(500_000) / distinct(50_000)) / Math.log(10);
    expect(exponent).toBeGreaterThan(0.4);
    expect(exponent).toBeLessThan(0.75);
  });

  it('repeat their rare words more than chance would (burstiness)', () => {
    const publicationsWith = new Map<string, { publications: number; total: number }>();
    for (const publication of publications) {
      const own = wordsOf(publication.text);
      for (const word of new Set(own)) {
        const entry = publicationsWith.get(word) ?? { publications: 0, total: 0 };
        entry.publications += 1;
        publicationsWith.set(word, entry);
      }
      for (const word of own) {
        const entry = publicationsWith.get(word);
        if (entry) entry.total += 1;
      }
    }
    const rare = [...publicationsWith.values()].filter(({ total }) => total >= 8 && total <= 12);
    const perPublication =
      rare.reduce((sum, { total, publications: held }) => sum + total / held, 0) / rare.length;
    // Ten occurrences thrown at random over 400 publications would give 1.01.
    expect(perPublication).toBeGreaterThan(1.25);
  });

  it('have topics: some publications share many words, most share few', () => {
    const counts = publications.map((publication) => contentCounts(publication.text));
    const nearest = counts.slice(0, 30).map((own, index) => {
      const likeness = counts
        .filter((_, other) => other !== index)
        .map((other) => cosine(own, other))
        .sort((one, other) => other - one);
      return { best: likeness[0] ?? 0, median: likeness[200] ?? 0 };
    });
    const apart = nearest.filter(({ best, median }) => best > 2 * median);
    expect(apart.length).toBeGreaterThan(22);
  });
});

function contentCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) {
    if (!functionWord.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function cosine(one: Map<string, number>, other: Map<string, number>): number {
  let product = 0;
  for (const [word, count] of one) product += count * (other.get(word) ?? 0);
  return product / (Math.hypot(...one.values()) * Math.hypot(...other.values()));
}

describe('made-up words', () => {
  it('differ between ranks and grow longer with them', () => {
    const words = Array.from({ length: 50_000 }, (_, rank) => wordOfRank(rank));
    expect(new Set(words).size).toBeGreaterThan(49_500);
    const meanLength = (from: number): number =>
      words.slice(from, from + 1_000).reduce((sum, word) => sum + word.length, 0) / 1_000;
    expect(meanLength(49_000)).toBeGreaterThan(meanLength(1_000) + 2);
  });
});

describe('synthetic queries', () => {
  const passages = take(5, 1).map((publication) => publication.text);

  it('come in three kinds, in equal parts, from words of the passages', () => {
    const queries = createSyntheticQueries(passages, 30, 1);
    expect(queries).toEqual(createSyntheticQueries(passages, 30, 1));
    for (const kind of ['keywords', 'question', 'long']) {
      expect(queries.filter((query) => query.kind === kind)).toHaveLength(10);
    }
    const known = new Set(wordsOf(passages.join(' ')));
    const keywords = queries.filter((query) => query.kind === 'keywords');
    expect(keywords.every(({ text }) => wordsOf(text).every((word) => known.has(word)))).toBe(true);
    const long = queries.filter((query) => query.kind === 'long');
    expect(long.every(({ text }) => wordsOf(text).length >= 40)).toBe(true);
  });
});
