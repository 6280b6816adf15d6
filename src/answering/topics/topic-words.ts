import { lightenCommonWords } from '../evidence/common-words.ts';
import { coverageOf, weighQuestion } from '../extract/question-terms.ts';
import type { TermStatistics } from '../term-statistics.ts';

/** What a topic's words are, and how much of them a text holds. */
export interface TopicWords {
  /** How many different terms there are. */
  size: number;
  /** Share (0..1) of the topic's information that a text holds; 0 for a topic of stop words. */
  coverage(text: string): number;
  /** Whether two of the topic's neighbouring words follow each other closely; always, if it is one word. */
  standTogether(text: string): boolean;
}

/**
 * Past forms that the indexes bring to a word which, as a topic, is a noun: admissions that fell say
 * nothing about falls. Plurals such as `feet` are left as they are.
 */
const pastForms =
  /\b(?:fell|fallen|rose|risen|grew|grown|slept|drank|drunk|led|ran|drove|driven|fought|broke|broken|fed|spent|built|met|bit|bitten)\b/giu;
/** `Did not fall`, `to rise`, `falls outside the limits`: verbs, too. */
const verbForms =
  /\b(?:to|not|will|would|shall|should|may|might|can|could|must|did|does|do) (?:fall|rise|grow|sleep|drink|lead|run|drive|fight|break|feed|spend|build|meet|bite)\b|\b(?:falls?|rises?) (?:outside|within|below|above|under|over|into|between|short|back|apart|by)\b/giu;

/** Terms apart, at most, in the topic's order; stop words between are not counted. */
const closeTogether = 3;

/** Common words of the language weigh a quarter, others the more, the rarer they are in the library. */
export function createTopicWords(topic: string, statistics: TermStatistics): TopicWords {
  const asked = weighQuestion({ text: topic, focus: topic, type: 'statement' }, statistics);
  const { whole } = lightenCommonWords(asked, statistics);
  const { pairs } = asked;
  return {
    size: whole.weights.size,
    coverage: (text) => coverageOf(whole, new Set(statistics.terms(withoutVerbs(text)))),
    standTogether: (text) => {
      const terms = statistics.terms(text);
      const follows = (first: string, then: string, within: number): boolean =>
        terms.some(
          (term, index) =>
            term === first && terms.slice(index + 1, index + 1 + within).includes(then),
        );
      return (
        pairs.length === 0 ||
        pairs.some(([one, other]) => follows(one, other, closeTogether) || follows(other, one, 1))
      );
    },
  };
}

const withoutVerbs = (text: string): string => text.replace(verbForms, ' ').replace(pastForms, ' ');
