import coefficients from '../evidence/coefficients.json' with { type: 'json' };
import type { Question } from '../question/question.ts';
import type { ReadCandidate, SentenceFeatures } from './sentence-features.ts';

export interface RankedCandidate extends ReadCandidate {
  /** Logarithm of the odds, up to a constant of the question, that this is the answer. */
  score: number;
}

const outdatedPenalty = 2;
const mentionsThePast =
  /\b(?:old|older|previous|previously|former|earlier|superseded|retracted|retraction|withdrawn|replaced|used to|history|changed?)\b/i;

/** Candidates with their scores, best first. */
export function rankCandidates(
  candidates: readonly ReadCandidate[],
  question: Question,
): RankedCandidate[] {
  const asksForThePast = mentionsThePast.test(question.text);
  return candidates
    .map((read) => ({ ...read, score: scoreOf(read, question, asksForThePast) }))
    .sort((left, right) => right.score - left.score);
}

function scoreOf(
  { candidate, features }: ReadCandidate,
  question: Question,
  asksForThePast: boolean,
): number {
  let score = 0;
  for (const [name, weight] of Object.entries(coefficients.sentence)) {
    score += weight * features[name as keyof SentenceFeatures];
  }
  const { publication } = candidate.retrieved;
  const isOutdated = publication.status !== 'current';
  if (isOutdated && !asksForThePast && !namesYearOf(publication.date, question.text)) {
    score -= outdatedPenalty;
  }
  return score;
}

/** Somebody who asks about 2019 wants what held in 2019. */
function namesYearOf(date: string | null, text: string): boolean {
  const year = date?.slice(0, 4);
  return year !== undefined && text.includes(year);
}
