import { selectTop } from './arrays/select-top.ts';
import type { Indexes } from './indexes.ts';
import type { Pipeline } from './retriever.ts';

/** Weight of the semantic side in the combined score. */
const semanticWeight = 0.4;
/** How much a superseded or retracted publication loses. */
const outdatedFactor = 0.85;

export interface RankingRequest {
  query: string;
  /** The query's vector; null without a semantic index. */
  vector: Float32Array | null;
  pipeline: Pipeline;
  /** Candidates taken from each index. */
  depth: number;
  accepts(key: number): boolean;
}

export interface RankedPassage {
  key: number;
  /** 0..1, relative to this query. */
  score: number;
  lexicalScore: number | null;
  semanticSimilarity: number | null;
}

export interface Ranking {
  /** Best first. */
  ranked: RankedPassage[];
  /** Keys in order of lexical score, best first. */
  lexicalOrder: number[];
  /** Keys in order of similarity, nearest first. */
  semanticOrder: number[];
  /** Best raw lexical score; 0 when nothing matches. */
  topLexicalScore: number;
  /** What a passage that holds every query term often would score. */
  perfectLexicalScore: number;
  topSimilarity: number;
}

/** Gathers candidates from both indexes and orders them by the combined score. */
export function rankCandidates(
  { table, lexical, semantic }: Indexes,
  { query, vector, pipeline, depth, accepts }: RankingRequest,
): Ranking {
  const terms = lexical.weigh(query);
  const board = lexical.score(terms);
  const scoreOf = (key: number): number => board.scores[key] ?? 0;
  const words = selectTop(board.touched, scoreOf, depth, accepts);
  const nearest = semantic && vector ? semantic.vectors.search(vector, depth, accepts) : [];
  const topLexicalScore = words[0]?.score ?? 0;
  const topSimilarity = nearest[0]?.score ?? 0;

  const weight = pipeline === 'hybrid' ? (nearest.length === 0 ? 0 : semanticWeight) : 0;
  const keys = new Set<number>();
  if (pipeline !== 'semantic') for (const { key } of words) keys.add(key);
  if (pipeline !== 'lexical') for (const { key } of nearest) keys.add(key);
  const ranked = Array.from(keys, (key): RankedPassage => {
    const lexicalScore = scoreOf(key) || null;
    const similarity = (vector && semantic?.vectors.similarity(vector, key)) ?? null;
    const byWords = topLexicalScore === 0 ? 0 : (lexicalScore ?? 0) / topLexicalScore;
    const bySubject = topSimilarity <= 0 ? 0 : Math.max(0, similarity ?? 0) / topSimilarity;
    const combined =
      pipeline === 'semantic' ? bySubject : (1 - weight) * byWords + weight * bySubject;
    const status = table.entries[table.entryNumber(key)]?.publication.status ?? 'current';
    const score = Math.min(1, combined) * (status === 'current' ? 1 : outdatedFactor);
    return { key, score, lexicalScore, semanticSimilarity: similarity };
  });
  ranked.sort((a, b) => b.score - a.score || a.key - b.key);
  return {
    ranked,
    lexicalOrder: words.map(({ key }) => key),
    semanticOrder: nearest.map(({ key }) => key),
    topLexicalScore,
    perfectLexicalScore: lexical.perfectScore(terms),
    topSimilarity,
  };
}
