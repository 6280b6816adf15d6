import { dotProduct } from './arrays/dot-product.ts';
import { type ScoredKey, selectTop } from './arrays/select-top.ts';
import { type Spread, spreadOf, standardise } from './arrays/spread.ts';
import type { Candidate, RankedPassage } from './candidate.ts';
import type { Indexes } from './indexes.ts';
import type { ScoreBoard } from './lexical/memory-lexical-index.ts';
import { orderCandidates } from './order-candidates.ts';
import type { Pipeline } from './retriever.ts';

export interface RankingRequest {
  query: string;
  /** The query's vector; null without a semantic index. */
  vector: Float32Array | null;
  pipeline: Pipeline;
  /** Candidates taken from each index. */
  depth: number;
  accepts(key: number): boolean;
}

export interface Ranking {
  /** Best first. */
  ranked: RankedPassage[];
  /** Candidates of each index, best first. */
  byWords: ScoredKey[];
  bySubject: ScoredKey[];
  lexicalSpread: Spread;
  semanticSpread: Spread;
  /** What a passage that holds every query term often would score. */
  perfectLexicalScore: number;
  /** How much of the query the embedder can express, 0..1. */
  coverage: number;
}

const noSpread: Spread = { mean: 0, deviation: 1 };

/** Gathers candidates from both indexes and orders them. */
export function rankCandidates(indexes: Indexes, request: RankingRequest): Ranking {
  const { table, lexical } = indexes;
  const { query, vector, pipeline, depth, accepts } = request;
  // What a pipeline does not rank by is not looked at.
  const semantic = pipeline === 'lexical' ? null : indexes.semantic;
  const terms = pipeline === 'semantic' ? [] : lexical.weigh(query);
  const board = lexical.score(terms);
  const scoreOf = (key: number): number => board.scores[key] ?? 0;
  const byWords = selectTop(board.touched, scoreOf, depth, accepts);
  const bySubject = semantic && vector ? semantic.vectors.search(vector, depth, accepts) : [];
  const lexicalSpread = spreadOfBoard(board, lexical.documents);
  // On its own similarity needs no common scale.
  const semanticSpread =
    semantic && vector && pipeline === 'hybrid' ? semantic.vectors.spread(vector) : noSpread;

  const keys = new Set<number>();
  for (const { key } of byWords) keys.add(key);
  // Known from the search, which spares fetching the vector from far-off memory once more.
  const similarities = new Map<number, number>();
  for (const { key, score } of bySubject) {
    keys.add(key);
    similarities.set(key, score);
  }
  const candidates = Array.from(keys, (key): Candidate => {
    // Only candidates of both indexes are compared with each other.
    const own = pipeline === 'hybrid' ? (semantic?.vectors.vector(key) ?? null) : null;
    const similarity = similarities.get(key) ?? (vector && own ? dotProduct(vector, own) : null);
    const entry = table.entryNumber(key);
    const publication = table.entries[entry]?.publication;
    return {
      key,
      publication: entry,
      lexicalScore: scoreOf(key) || null,
      semanticSimilarity: similarity,
      lexicalDeviation: standardise(scoreOf(key), lexicalSpread),
      semanticDeviation: similarity === null ? 0 : standardise(similarity, semanticSpread),
      vector: own,
      isOutdated: publication !== undefined && publication.status !== 'current',
    };
  });
  const coverage = semantic && vector ? semantic.embedder.coverage(query) : 0;
  return {
    ranked: orderCandidates(candidates, pipeline, coverage),
    byWords,
    bySubject,
    lexicalSpread,
    semanticSpread,
    perfectLexicalScore: lexical.perfectScore(terms),
    coverage,
  };
}

function spreadOfBoard({ scores, touched }: ScoreBoard, documents: number): Spread {
  let sum = 0;
  let squares = 0;
  for (const key of touched) {
    const score = scores[key] as number;
    sum += score;
    squares += score * score;
  }
  return spreadOf(sum, squares, documents);
}
