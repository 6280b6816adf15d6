import type { Question } from '../question/question.ts';
import { holdsAskedNumber } from './asked-number.ts';
import type { Candidate } from './candidate.ts';
import { definesSubject, subjectOf } from './defines-subject.ts';
import type { ReadCandidate } from './sentence-features.ts';

/**
 * In logarithms of odds, set by hand where the data sets that the coefficients are fitted to hold
 * too few such questions, and checked on them to do no harm.
 */
const bonus = {
  definition: 2.5,
  askedNumber: 1,
  statedReason: 0.6,
  whoPairs: 0.6,
  outcome: 0.8,
} as const;
const penalty = {
  aboutItself: 3,
  belief: 0.8,
  cutShort: 1,
  anotherName: 1,
  perWordTooMany: 0.01,
} as const;
const mostWords = 45;
const mostWordsCounted = 100;

const aboutItself =
  /^(?:this|the (?:present|following)) (?:page|paper|report|document|chapter|section|publication|case study|notice|answer|guide|leaflet|summary|digest|policy|guideline|briefing|article|figure|table)s? (?:(?:re)?tells?|describes?|shows?|sets? out|explains?|is about|gives?|summari[sz]es|covers|outlines|presents|aims|contains|considers|examines|looks)\b/i;
const asksAboutPublication =
  /\b(?:page|paper|report|document|chapter|publication|case study|notice|guide|guideline|leaflet|digest|briefing|article|policy|cover(?:s|ed)?)\b/i;
const opensWithName = /^(?:The |the )?(?<name>\p{Lu}{2,}\b|\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)+)/u;
/** What was held to be so is no answer to what is so. */
const belief =
  /\b(?:claim(?:s|ed)|believed|supposed(?:ly)?|assumed|(?:was|were|been|is|are) (?:thought|considered|expected|said|hoped)|alleged(?:ly)?)\b/i;
const statedReason =
  /\b(?:because|owing to|due to|as a result of|the (?:main |most important )?reasons? (?:is|are|was|were|for|why)|so that|caused by|driven by|since (?:the|it|they|there))\b/i;
const outcome =
  /\b(?:fell|rose|grew|dropped|(?:in|de)creased|reduced|improved|worsened|halved|doubled|changed|unchanged|found|concluded|showed|no (?:difference|effect|longer)|did not|difference|gained|lost|saved|better|worse)\b/i;
const asksWhetherItWorked =
  /\b(?:work|help|reduce|improve|cut|lower|raise|increase|prevent|save|change|succeed|success|effective|difference|better|worse|lead to|benefit|achieve)/i;
const singleFact: ReadonlySet<Question['type']> = new Set([
  'who',
  'when',
  'where',
  'how-many',
  'how-much',
  'how-long',
]);

/** What a candidate's wording adds to or takes from its odds of being what was asked for. */
export function createAnswerFit(
  question: Question,
  names: readonly string[],
): (read: Pick<ReadCandidate, 'candidate' | 'features'>) => number {
  const subject =
    question.type === 'definition' || question.type === 'who' ? subjectOf(question.focus) : null;
  return ({ candidate, features }) => {
    const own = ownText(candidate);
    const defines = subject === null ? 0 : definesSubject(own, subject);
    let fit = bonus.definition * defines;
    if (holdsAskedNumber(question, own)) fit += bonus.askedNumber;
    if (question.type === 'why' && statedReason.test(own)) fit += bonus.statedReason;
    if (question.type === 'who') fit += bonus.whoPairs * features.pairs;
    if (asksOutcome(question) && outcome.test(own)) fit += bonus.outcome;
    if (aboutItself.test(own) && !asksAboutPublication.test(question.focus))
      fit -= penalty.aboutItself;
    if (belief.test(own) && !belief.test(question.focus)) fit -= penalty.belief;
    if (candidate.kind === 'sentence' && isCutShort(own)) fit -= penalty.cutShort;
    if (singleFact.has(question.type) && isAboutAnother(candidate, own, names))
      fit -= penalty.anotherName;
    const excess = Math.min(own.split(/\s+/).length, mostWordsCounted) - mostWords;
    return fit - penalty.perWordTooMany * Math.max(0, excess);
  };
}

/** Whether a claim says what came of something. */
export const tellsOutcome = (candidate: Candidate): boolean => outcome.test(ownText(candidate));

function asksOutcome({ type, focus }: Question): boolean {
  return type === 'yes-no' && asksWhetherItWorked.test(focus);
}

/** Text of the last range: the sentence, item or row without its lead-in or header. */
export function ownText({ source, ranges }: Candidate): string {
  const own = ranges.at(-1);
  if (own === undefined) return '';
  return source.text.slice(own.start - source.characterStart, own.end - source.characterStart);
}

/** A sentence that a page break or column has cut. */
function isCutShort(text: string): boolean {
  return (
    /^\p{Ll}/u.test(text) ||
    /\b(?:the|an?|of|to|and|or|with|by|for|in|from|that|which)$/iu.test(text)
  );
}

/** Begins with a name and lacks one that the question asks about. */
function isAboutAnother({ kind }: Candidate, own: string, names: readonly string[]): boolean {
  if (names.length === 0 || kind === 'table-row') return false;
  const subject = opensWithName.exec(own)?.groups?.name;
  if (subject === undefined) return false;
  const read = own.toLowerCase();
  return !names.every((name) => read.includes(name.toLowerCase()));
}
