import { dotProduct } from './arrays/dot-product.ts';
import type { ScoredKey } from './arrays/select-top.ts';
import type { PassageTable } from './passage-table.ts';
import type { Ranking } from './rank-candidates.ts';
import type { RetrievalSignals } from './retriever.ts';
import type { VectorIndex } from './semantic/vector-index.ts';
import type { Visibility } from './visibility.ts';

const leadDepth = 20;
const clusterSize = 10;
const clusterDepth = 50;

/** What signals are measured against. */
export interface SignalSources {
  table: Pick<PassageTable, 'entryNumber'>;
  /** Null without a semantic index. */
  vectors: Pick<VectorIndex, 'vector'> | null;
}

export function measureSignals(
  { ranked, byWords, perfectLexicalScore }: Ranking,
  visibility: Pick<Visibility, 'passages'>,
  { table, vectors }: SignalSources,
): RetrievalSignals {
  const ofPerfect = (score: number): number =>
    perfectLexicalScore === 0 ? 0 : score / perfectLexicalScore;
  return {
    searched: visibility.passages,
    lexicalCompleteness: ofPerfect(byWords[0]?.score ?? 0),
    lexicalLead: ofPerfect(measureLead(byWords)),
    cohesionLead: vectors ? measureCohesionLead(ranked, table, vectors) : 0,
  };
}

type Ranked = Ranking['ranked'][number];

/** The first score less the mean of those that follow. */
function measureLead(ordered: readonly ScoredKey[]): number {
  const [first, ...others] = ordered.slice(0, leadDepth);
  if (!first) return 0;
  if (others.length === 0) return first.score;
  return first.score - others.reduce((sum, { score }) => sum + score, 0) / others.length;
}

function measureCohesionLead(
  ranked: readonly Ranked[],
  table: SignalSources['table'],
  vectors: NonNullable<SignalSources['vectors']>,
): number {
  const first = measureLikeness(ranked.slice(0, clusterSize), table, vectors);
  const next = measureLikeness(ranked.slice(clusterSize, clusterDepth), table, vectors);
  return first === null || next === null ? 0 : first - next;
}

/** Mean cosine similarity of passages of different publications; null when there are no two. */
function measureLikeness(
  passages: readonly Ranked[],
  table: SignalSources['table'],
  vectors: NonNullable<SignalSources['vectors']>,
): number | null {
  const known = passages.flatMap(({ key }) => {
    const vector = vectors.vector(key);
    return vector ? [{ vector, publication: table.entryNumber(key) }] : [];
  });
  let sum = 0;
  let pairs = 0;
  known.forEach((left, at) => {
    for (const right of known.slice(at + 1)) {
      if (right.publication === left.publication) continue;
      sum += dotProduct(left.vector, right.vector);
      pairs++;
    }
  });
  return pairs === 0 ? null : sum / pairs;
}
