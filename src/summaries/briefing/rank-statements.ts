import { type Candidate, pointsBack, type TopicWords } from '../../answering/index.ts';
import { readStatements } from '../extract/read-statements.ts';
import { scoreStatements } from '../extract/scoring/score-statements.ts';
import type { ReadPublication } from '../read-publication.ts';

const fewestWords = 7;
const mostWords = 45;
const wholeSentence = /^["'\u2018\u201c(]?[\p{Lu}\p{N}].*[.!]["'\u2019\u201d)]?$/su;
/** What it speaks of stands elsewhere. */
const leansOn = [
  /^\W*(?:in|on|at|of|for|with|by|from|to|under|during|after|before|since|as|among|within) (?:this|these|those|that|it|them|their|such)\b/i,
  /\b(?:above|below|overleaf|the following|as follows|previous (?:page|section|chapter)|next (?:page|section|chapter))\b/i,
  /\b(?:figure|fig\.|table|box|annex|appendix|chart) (?:\d|[A-Z]\b)/i,
  /^(?:source|note|contact|for further information)\b/i,
];
/** Share of the topic's information from which on a text is about it. */
const leastCoverage = 0.5;
/** What a heading or title has to hold for all below it to be about the topic. */
const namesIt = 0.99;
/** How much each says for a statement, next to its place (0..1) among what the publication says. */
const weight = { ownWords: 0.8, underHeading: 0.3, retrieved: 0.2 } as const;

/**
 * What a publication says on a topic in sentences that can be read alone, the most telling first:
 * those that say most of what it is about, and name the topic or stand below a heading that does.
 *
 * @param words of the topic, or of the parts of it that the publication is about.
 * @param retrieved ids of the passages that were found for the topic.
 */
export function rankStatements(
  read: ReadPublication,
  words: readonly TopicWords[],
  retrieved: ReadonlySet<number>,
): Candidate[] {
  const { title, language } = read.publication;
  const coverage = (text: string): number => Math.max(...words.map((each) => each.coverage(text)));
  const isNamed = coverage(title) >= namesIt;
  const scored = scoreStatements(readStatements(read), { title, language })
    .filter(({ candidate }) => standsAlone(candidate))
    .sort((left, right) => left.score - right.score);
  return scored
    .map(({ candidate }, index) => {
      const own = coverage(candidate.text);
      const isBelow = coverage(candidate.headings.join('\n')) >= namesIt;
      const isRetrieved = retrieved.has(candidate.retrieved.passage.id);
      const isAbout = own >= leastCoverage || isNamed || isBelow;
      const score =
        (index + 1) / scored.length +
        weight.ownWords * own +
        (isBelow ? weight.underHeading : 0) +
        (isRetrieved ? weight.retrieved : 0);
      return { candidate, score, isAbout };
    })
    .filter(({ isAbout }) => isAbout)
    .sort((left, right) => right.score - left.score)
    .map(({ candidate }) => candidate);
}

function standsAlone({ kind, text }: Candidate): boolean {
  const words = text.split(/\s+/).length;
  return (
    kind === 'sentence' &&
    words >= fewestWords &&
    words <= mostWords &&
    wholeSentence.test(text) &&
    !pointsBack(text) &&
    !leansOn.some((pattern) => pattern.test(text))
  );
}
