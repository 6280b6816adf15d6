import { findReplacement, type Publication } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import coefficients from '../evidence/coefficients.json' with { type: 'json' };
import type { MissingNames } from '../evidence/missing-names.ts';
import { namesOf } from '../question/names-of.ts';
import type { Question } from '../question/question.ts';
import { createAnswerFit } from './answer-fit.ts';
import type { ReadCandidate, SentenceFeatures } from './sentence-features.ts';

export interface RankedCandidate extends ReadCandidate {
  /** Logarithm of the odds, up to a constant of the question, that this is the answer. */
  score: number;
}

const outdatedPenalty = 3;
/** For each name of the question that the publication lacks and another holds. */
const otherNamePenalty = 1;
const mostNamesCounted = 2;
/** For an item of a list with its lead-in, where a list is asked for. */
const listBonus = 1.5;
const mentionsThePast =
  /\b(?:old|older|previous|previously|former|earlier|superseded|retracted|retraction|withdrawn|replaced|used to|history|changed?)\b/i;

/**
 * Candidates with their scores, best first. What is superseded or retracted comes later, and not at
 * all where what replaces it was found too, unless the question asks for the past.
 */
export function rankCandidates(
  candidates: readonly ReadCandidate[],
  question: Question,
  missingNames: (retrieved: RetrievedPassage) => MissingNames,
): RankedCandidate[] {
  const found = new Map(
    candidates.map(({ candidate: { retrieved } }) => [
      retrieved.publication.id,
      retrieved.publication,
    ]),
  );
  const wanted = (publication: Publication): boolean =>
    publication.status === 'current' ||
    mentionsThePast.test(question.text) ||
    namesYearOf(publication.date, question.text);
  const isReplaced = ({ supersededBy }: Publication): boolean =>
    supersededBy !== null && findReplacement(supersededBy, [...found.values()]) !== undefined;
  const fitOf = createAnswerFit(question, namesOf(question));
  return candidates
    .filter(
      ({ candidate: { retrieved } }) =>
        wanted(retrieved.publication) || !isReplaced(retrieved.publication),
    )
    .map((read) => {
      const { candidate, features } = read;
      const isListed = candidate.kind === 'list-item' && candidate.group !== null;
      const bonus = isListed && question.type === 'list' ? listBonus : 0;
      const outdated = wanted(candidate.retrieved.publication) ? 0 : outdatedPenalty;
      const { elsewhere } = missingNames(candidate.retrieved);
      const penalty = outdated + otherNamePenalty * Math.min(elsewhere, mostNamesCounted);
      return {
        ...read,
        score: scoreOf(features) + fitOf(read) + bonus - penalty,
      };
    })
    .sort((left, right) => right.score - left.score);
}

function scoreOf(features: SentenceFeatures): number {
  let score = 0;
  for (const [name, weight] of Object.entries(coefficients.sentence)) {
    score += weight * features[name as keyof SentenceFeatures];
  }
  return score;
}

/** Somebody who asks about 2019 wants what held in 2019. */
function namesYearOf(date: string | null, text: string): boolean {
  const year = date?.slice(0, 4);
  return year !== undefined && text.includes(year);
}
