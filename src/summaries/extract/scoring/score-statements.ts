import { type Candidate, pointsBack } from '../../../answering/index.ts';
import { createAnalyser } from '../../../retrieval/index.ts';
import { countWords } from './count-words.ts';
import type { ScoredStatement } from './scored-statement.ts';

export interface ScoringContext {
  /** The publication's; what it names is what the publication is about. */
  title: string;
  /** BCP 47 language tag. Phrases that mark findings are known in English only. */
  language: string;
}

/** Scores every statement of a publication, in the order given. */
export function scoreStatements(
  candidates: readonly Candidate[],
  { title }: ScoringContext,
): ScoredStatement[] {
  const analyser = createAnalyser();
  const subject = new Set(analyser.terms(title));
  const read = candidates.map((candidate) => ({
    candidate,
    terms: new Set(analyser.terms(candidate.text)),
    words: countWords(candidate.text),
  }));
  const holding = new Map<string, number>();
  for (const { terms } of read)
    for (const term of terms) holding.set(term, (holding.get(term) ?? 0) + 1);
  return read.map((each, index) => {
    const { terms, candidate, words } = each;
    let shared = 0;
    let named = 0;
    for (const term of terms) {
      shared += Math.log(holding.get(term) ?? 1);
      if (subject.has(term)) named += 1;
    }
    const centrality = shared / Math.max(6, terms.size);
    const naming = named / Math.max(1, subject.size);
    const cue =
      /\bwe (?:propose|present|introduce|show|find|found|recommend)\b|\b(?:found|recommend|conclude|should|overall)\b/i;
    const score =
      centrality +
      naming +
      (cue.test(candidate.text) ? 1 : 0) +
      0.5 / (1 + index) -
      (pointsBack(candidate.text) ? 1 : 0) -
      (words < 8 || words > 50 ? 1 : 0);
    return { ...each, score };
  });
}
