import type { Ranking } from './rank-candidates.ts';
import type { RetrievalSignals } from './retriever.ts';
import type { Visibility } from './visibility.ts';

const agreementDepth = 10;

export function measureSignals(ranking: Ranking, visibility: Visibility): RetrievalSignals {
  const { lexicalOrder, semanticOrder, topLexicalScore, perfectLexicalScore } = ranking;
  const nearest = new Set(semanticOrder.slice(0, agreementDepth));
  const both = lexicalOrder.slice(0, agreementDepth).filter((key) => nearest.has(key)).length;
  const considered = Math.min(agreementDepth, lexicalOrder.length, nearest.size);
  return {
    searched: visibility.passages,
    lexicalCompleteness: perfectLexicalScore === 0 ? 0 : topLexicalScore / perfectLexicalScore,
    topSimilarity: ranking.topSimilarity,
    agreement: considered === 0 ? 0 : both / considered,
  };
}
