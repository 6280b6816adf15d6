import type { Publication, PublicationKind } from '../../library/index.ts';
import { type SummaryItem, summaryItems } from '../summary.ts';
import type { ChosenStatement, FittedStatement } from './choose-statements.ts';
import { saysLimit, saysMethod } from './item-cues.ts';
import { doubtful } from './item-fit.ts';
import { isResponse } from './response-voice.ts';

/** What one expects to be told by each kind of publication. */
const expected: Readonly<Record<PublicationKind, readonly SummaryItem[]>> = {
  paper: ['authorship', 'findings', 'recommendations', 'methods', 'limits'],
  'case-study': ['authorship', 'findings', 'recommendations', 'methods', 'limits'],
  policy: ['authorship'],
  statement: ['authorship'],
  answer: [],
  notice: [],
};
/**
 * What shows that something may be said of an item, if in words that no summary can use: to call
 * something missing that is there is worse than to miss that it is not.
 */
const hints: Partial<Record<SummaryItem, readonly RegExp[]>> = {
  recommendations: [/\brecommend(?!ations? (?:of|by) )|\bshould be\b|\bwe (?:propose|ask|urge)\b/i],
  methods: [
    saysMethod,
    /\b(?:using|methods?|analys[ei]s|measured|samples?|specimens|tested|experiments?|compared|counted|in vi(?:vo|tro)|microscopy|simulations?|survey)\b/i,
  ],
  limits: [saysLimit],
};
/** Who answers another publication has studied nothing. */
const ofResponses: readonly SummaryItem[] = ['authorship', 'findings', 'recommendations'];
/** Nearly every English sentence has one of these. */
const english = /\b(?:the|of|and|to|with|by|for|was|were)\b/i;
/** Fewer statements are too few to miss anything in. */
const leastStatements = 4;

/**
 * Expected items that no statement serves, not even doubtfully. Phrases that tell are known in
 * English only: of other languages nothing is said to be missing.
 *
 * @param said everything that the publication says, fit for a summary or not.
 */
export function findSilences(
  { kind, language, title }: Pick<Publication, 'kind' | 'language' | 'title'>,
  fitted: readonly FittedStatement[],
  chosen: readonly ChosenStatement[],
  said: readonly string[],
): SummaryItem[] {
  const read = fitted.filter(({ statement }) => english.test(statement.text)).length;
  if (!/^en\b/i.test(language) || read < leastStatements) return [];
  const wanted = isResponse({ title }) ? ofResponses : expected[kind];
  return summaryItems.filter(
    (item) =>
      wanted.includes(item) &&
      !chosen.some((each) => each.item === item) &&
      !fitted.some(({ fit }) => fit[item] >= doubtful) &&
      !said.some((text) => hints[item]?.some((hint) => hint.test(text))),
  );
}
