/** A word that only makes sense with what was said before. */
export interface BackReference {
  word: string;
  start: number;
  end: number;
  isPossessive: boolean;
  /** The word stays, since a noun follows it (`that service`); the topic is added at the end. */
  keeps: boolean;
}

const pronoun =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|those|there|the former|the latter|the same|both of them)\b/giu;
const possessives = /^(?:its|their|theirs|his|hers)$/i;
/** `It` that stands for nothing: `is it possible to`, `how long does it take to`. */
const expletive =
  /^it(?:'s|\u2019s)?\s+(?:(?:is|was|be|really|ever|still|also)\s+)*(?:possible|true|necessary|important|likely|safe|legal|ok(?:ay)?|worth|required|better|best|normal|common|advisable|feasible|mandatory|compulsory|usual|take|cost|mean|seem|matter|rain)\b/i;
const demonstrative = /^(?:this|that|these|those)$/i;
const noun =
  /^\s+(?!(?:is|are|was|were|do|does|did|can|could|may|might|must|should|will|would|has|have|had|mean|means|work|works|apply|applies|happen|happens|about|for|in|on|at|by|and|or|not|so|then|to|true|right|correct)\b)\p{L}/iu;
const scaffolding = new Set(
  'and but so also then or ok okay please who whom whose what which when where why how many much long often soon far is are was were do does did can could may might must should shall will would has have had am a an the of in on at by for with from about to not any some there tell me explain describe list name give show say'.split(
    ' ',
  ),
);
const wh =
  /^(?:\W*(?:and|but|so|also|then)\s+)?(?:in |at |on |for |to |from |by )?(?:who|what|which|whose|when|where|why|how)\b/i;
const auxiliary =
  /\b(?:is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had)\s*$/i;

/**
 * The first word of a question that refers to something said before it, or null when the question
 * names all that it is about. A pronoun refers back unless what it stands for is in the question.
 */
export function refersBack(question: string): BackReference | null {
  for (const match of question.matchAll(pronoun)) {
    const [word] = match;
    const start = match.index;
    const after = question.slice(start + word.length);
    if (/^it$/i.test(word) && expletive.test(question.slice(start))) continue;
    if (/^there$/i.test(word) && !/^\W*$/.test(after)) continue;
    const isDemonstrative = demonstrative.test(word);
    const followedByNoun = noun.test(after);
    // A conjunction or relative pronoun: "the values that …", "did they say that …".
    if (/^that$/i.test(word) && followedByNoun && start > 0 && !startsClause(question, start))
      continue;
    if (hasAntecedent(question, start)) continue;
    return {
      word,
      start,
      end: start + word.length,
      isPossessive: possessives.test(word) || (/^her$/i.test(word) && followedByNoun),
      keeps: isDemonstrative && followedByNoun,
    };
  }
  return null;
}

function startsClause(question: string, start: number): boolean {
  return (
    auxiliary.test(question.slice(0, start)) ||
    /\b(?:about|for|of|in|with|to|by)\s+$/i.test(question.slice(0, start))
  );
}

/** Whether something before the pronoun could be what it stands for. */
function hasAntecedent(question: string, start: number): boolean {
  const before = question.slice(0, start);
  if (/[.!?]\s/.test(before)) return true;
  // "How many staff do they …": what is asked for is not what is asked about.
  const isAskedFor = wh.test(before) && auxiliary.test(before);
  // "Who agreed them": a verb stands for nothing.
  const isVerb = /^\W*(?:(?:and|but|so|then)\s+)?who\s+\S+\s+$/i.test(before);
  const phrase = isAskedFor || isVerb ? '' : before;
  const words = phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some(
    (word) => !scaffolding.has(word) && !/^(?:said|says|work|happen|mean)/.test(word),
  );
}
