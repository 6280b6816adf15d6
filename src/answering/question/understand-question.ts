import { splitSentences } from '../../library/index.ts';
import type { Question, QuestionType } from './question.ts';

const interrogative =
  /\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had|am)\b/i;
const asksSomething =
  /^(?:tell me|explain|describe|list|name|give|show|summari[sz]e|define|compare|find)\b/i;

const types: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'how-many',
    /\bhow (?:many|much|often|large|big|high|old|few)\b|\bwhat (?:number|percentage|proportion|share|fraction|rate|amount|sum)\b|\b(?:cost|price|percentage|number) of\b/i,
  ],
  ['how-long', /\bhow (?:long|soon|quickly|fast|far)\b|\bwhat (?:length of time|duration)\b/i],
  [
    'when',
    /\bwhen\b(?! (?:a|an|the|i|we|they|it|he|she|patients?|people)\b)|\b(?:what|which) (?:year|date|day|month|time|century|period)\b|\bsince when\b/i,
  ],
  [
    'list',
    /\b(?:what|which) (?:are|were|have been|would be)\b|\b(?:list|name|enumerate)\b|\b(?:what|which) (?:\w+ ){0,2}(?:values|principles|steps|reasons|factors|ways|types|kinds|options|criteria|requirements|conditions|documents|benefits|barriers|challenges|recommendations|measures|examples|components|features|aims|goals|objectives|priorities)\b/i,
  ],
  [
    'who',
    /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|people|organi[sz]ations?|body|bodies|company|author|group)\b/i,
  ],
  ['where', /\bwhere\b|\b(?:what|which) (?:place|country|city|location|region|area|site)\b/i],
  ['why', /\bwhy\b|\bwhat (?:causes?|caused|reasons?|is the reason)\b|\bhow come\b/i],
  ['how', /\bhow\b|\bwhat (?:is|are) the (?:process|procedure|method|way|steps)\b/i],
  [
    'definition',
    /^(?:so )?what (?:is|was|does) (?:(?:an?|the) )?[\w-]+(?: [\w-]+){0,3}(?: mean| stand for)?\s*\??$|\bdefin(?:e|ition)\b|\bmeaning of\b|\bstands? for\b/i,
  ],
  ['what', /\bwhat|which\b/i],
  [
    'yes-no',
    /^(?:and |but |so |also |then )?(?:is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had|am)\b/i,
  ],
];

/**
 * Takes a standalone question apart. A message may tell a story before it asks; then the last
 * sentence that asks is the focus, and its form decides.
 */
export function understandQuestion(text: string): Question {
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const asking = sentences.findLast(
    (sentence) => sentence.endsWith('?') || asksSomething.test(sentence),
  );
  const focus =
    asking ?? sentences.findLast((sentence) => interrogative.test(sentence)) ?? text.trim();
  return { text, focus, type: typeOf(focus, asking !== undefined) };
}

function typeOf(focus: string, isMarked: boolean): QuestionType {
  const opening = /^\W*(?:\w+\W+){0,2}?(?:who|what|which|when|where|why|how)\b/i.test(focus);
  if (
    !isMarked &&
    !opening &&
    !/^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|must|may)\b/i.test(focus)
  ) {
    return 'statement';
  }
  return (
    types.find(([, pattern]) => pattern.test(focus))?.[0] ?? (isMarked ? 'yes-no' : 'statement')
  );
}
