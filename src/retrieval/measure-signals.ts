import { dotProduct } from './arrays/dot-product.ts';
import type { ScoredKey } from './arrays/select-top.ts';
import type { Ranking } from './rank-candidates.ts';
import type { RetrievalSignals } from './retriever.ts';
import type { VectorIndex } from './semantic/vector-index.ts';
import type { Visibility } from './visibility.ts';

const agreementDepth = 10;
const cohesionDepth = 10;
const lexicalLeadDepth = 20;
const similarityLeadDepth = 50;

export function measureSignals(
  ranking: Ranking,
  visibility: Visibility,
  vectors: Pick<VectorIndex, 'vector'> | null,
): RetrievalSignals {
  const { byWords, bySubject, perfectLexicalScore } = ranking;
  const ofPerfect = (score: number): number =>
    perfectLexicalScore === 0 ? 0 : score / perfectLexicalScore;
  return {
    searched: visibility.passages,
    lexicalCompleteness: ofPerfect(byWords[0]?.score ?? 0),
    topSimilarity: bySubject[0]?.score ?? 0,
    agreement: measureAgreement(byWords, bySubject),
    lexicalLead: ofPerfect(measureLead(byWords, lexicalLeadDepth)),
    similarityLead: measureLead(bySubject, similarityLeadDepth),
    cohesion: vectors ? measureCohesion(ranking, vectors) : 0,
    coverage: ranking.coverage,
  };
}

function measureAgreement(byWords: readonly ScoredKey[], bySubject: readonly ScoredKey[]): number {
  const nearest = new Set(bySubject.slice(0, agreementDepth).map(({ key }) => key));
  const both = byWords.slice(0, agreementDepth).filter(({ key }) => nearest.has(key)).length;
  const considered = Math.min(agreementDepth, byWords.length, nearest.size);
  return considered === 0 ? 0 : both / considered;
}

/** The first score less the mean of those that follow, up to rank `depth`. */
function measureLead(ordered: readonly ScoredKey[], depth: number): number {
  const [first, ...others] = ordered.slice(0, depth);
  if (!first) return 0;
  if (others.length === 0) return first.score;
  return first.score - others.reduce((sum, { score }) => sum + score, 0) / others.length;
}

function measureCohesion(ranking: Ranking, vectors: Pick<VectorIndex, 'vector'>): number {
  const first = ranking.ranked
    .slice(0, cohesionDepth)
    .map(({ key }) => vectors.vector(key))
    .filter((vector) => vector !== null);
  let sum = 0;
  let pairs = 0;
  first.forEach((left, at) => {
    for (const right of first.slice(at + 1)) {
      sum += dotProduct(left, right);
      pairs++;
    }
  });
  return pairs === 0 ? 0 : sum / pairs;
}
