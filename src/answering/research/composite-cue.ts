import { comparedSides } from '../extract/compared-sides.ts';
import { understandQuestion } from '../question/understand-question.ts';

/** Why one search may not do for a question. */
export type CompositeCue =
  /** It asks several things. */
  | 'questions'
  /** It sets things side by side. */
  | 'comparison'
  /** It asks what has become different. */
  | 'change'
  /** What it asks about has to be found before what it asks. */
  | 'steps';

const questionMark = /\?(?=["'\u2019\u201d)]*(?:\s|$))/g;
const asking = 'who|whose|what|which|when|where|why|how(?: (?:many|much|long|often|far|quickly))?';
const auxiliary =
  'is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had';
const secondQuestion = new RegExp(
  `\\b(?:${asking})\\b.{3,}?[,;]?\\s(?:and|or|but)\\s+(?:also\\s+|then\\s+)?(?:(?:in|at|by|for|to|from|on) )?(?:${asking})\\s+(?:\\S+\\s+){0,4}?(?:${auxiliary}|to)\\b`,
  'i',
);
const comparisons: readonly RegExp[] = [
  /\b(?:differences?|similarit(?:y|ies)|comparison|contrast|distinction) between\b/i,
  /\bcompar(?:e|es|ed|ing|ison)\b/i,
  /\bcontrast(?:s|ed|ing)?\b.+\b(?:with|and|to)\b/i,
  /\b(?:versus|vs)\b/i,
  /\b(?:differ|different|differently|differs|differed) (?:\S+ ){0,3}?(?:from|to|than|between|across)\b/i,
  /\b(?:in common|agree|disagree|consistent|contradict\w*)\b.+\b(?:and|with|between)\b/i,
  /\band\b.+\b(?:in common|agree|disagree|differ|contradict)\b/i,
  /\bboth\b.+\band\b/i,
  /\b(?:better|worse|more|less|fewer|higher|lower|longer|shorter|cheaper|faster|larger|smaller)\b.+\bthan\b.+\?/i,
  /\bwhich\b.+, .+\bor\b/i,
  /\bwhich (?:of (?:the |our )?)?(?:\S+ ){0,4}?(?:most|least|best|worst|highest|lowest|fewest|largest|smallest|biggest)\b/i,
];
const changes: readonly RegExp[] = [
  /\b(?:what|how|which|anything|something|has|have|did|much)\b.*\b(?:changed?|changes|evolved?|developed)\b.*\b(?:since|between|from|over|after|compared|in)\b/i,
  /\bchanges? (?:between|since|from|compared)\b/i,
  /\b(?:previous|earlier|older|old|last|former|superseded)\b.*\b(?:version|policy|guidance|edition|report|standard)\b/i,
  /\b(?:new(?:er)?|latest|current|revised|updated)\b.*\b(?:version|policy|guidance|edition|report|standard)\b.*\b(?:old(?:er)?|previous|earlier|former|before)\b/i,
];
const steps: readonly RegExp[] = [
  // The thing asked about is only described: "the trust that led the pilot".
  /\b(?:the|an?|those|which|what) (?:[\p{L}-]+ ){0,3}?(?:organi[sz]ations?|trusts?|practices?|hospitals?|teams?|partners?|partnerships?|districts?|boards?|services?|pilots?|projects?|papers?|reports?|policy|policies|publications?|case stud(?:y|ies)|authors?|chairs?|person|people|groups?|bod(?:y|ies)|compan(?:y|ies)|places?|towns?|areas?|clinics?|wards?|councils?|documents?) (?:that|which|who|whose|where)\b/iu,
];

/** A longer message cannot be looked over in little time; it is planned for, if there is a model. */
const longestMessage = 2_000;

/**
 * What in a question says that one search may not do; null for the many questions of which nothing
 * does. Cheap and rather too watchful: it only decides whether a model is asked for a plan.
 */
export function compositeCueOf(question: string): CompositeCue | null {
  const text = question.slice(0, longestMessage);
  const { focus } = understandQuestion(text);
  if (changes.some((cue) => cue.test(focus))) return 'change';
  if (comparedSides(focus) !== null || comparisons.some((cue) => cue.test(focus))) {
    return 'comparison';
  }
  if ([...text.matchAll(questionMark)].length > 1 || secondQuestion.test(text)) return 'questions';
  return steps.some((cue) => cue.test(focus)) ? 'steps' : null;
}
