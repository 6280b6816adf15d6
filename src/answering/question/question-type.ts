import type { QuestionType } from './question.ts';

const auxiliary =
  'is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had|am';
const opensWithAuxiliary = new RegExp(
  `^\\W*(?:and |but |so |also |then )?(?:${auxiliary})\\b`,
  'i',
);
const questionWord = /\b(?:who|whom|whose|what|what's|which|when|where|why|how)\b/gi;
const orders =
  /^\W*(?:please )?(?:(?:can|could|would) you )?(?:tell me|explain|describe|list|name|give|show|summari[sz]e|define|compare|find)\b/i;

const money =
  /\b(?:costs?|spend|spent|spending|budget|price|paid|pay|fee|funding|savings?|money|worth|expenditure|income)\b/i;
const listed =
  'values|principles|steps|reasons|factors|ways|types|kinds|options|criteria|requirements|conditions|documents|benefits|barriers|challenges|recommendations|measures|examples|components|features|aims|goals|objectives|priorities|problems|risks|rules|causes|symptoms|duties|responsibilities|lessons|findings|organi[sz]ations|partners|members|groups|policies';

/** What the text after a question word asks for, tried in order. */
const forms: Readonly<Record<string, readonly (readonly [QuestionType, RegExp])[]>> = {
  how: [
    ['how-long', /^how (?:long|soon|quickly|fast)\b/i],
    ['how-much', new RegExp(`^how much\\b(?=.{0,60}${money.source})`, 'i')],
    ['how-many', /^how (?:many|much|often|large|big|high|old|few|far)\b/i],
    ['why', /^how come\b/i],
    ['how', /^how\b/i],
  ],
  what: [
    ['how-many', /^(?:what|which) (?:number|percentage|percent|proportion|share|fraction|rate)\b/i],
    ['how-long', /^(?:what|which) (?:length of time|duration|time limit|deadline)\b/i],
    ['when', /^(?:what|which) (?:year|date|day|month|time|century|period)\b/i],
    [
      'who',
      /^(?:what|which) (?:person|people|organi[sz]ation|body|company|author|group|doctor|nurse)\b(?! of)/i,
    ],
    ['where', /^(?:what|which) (?:place|country|city|town|location|region|area|site|hospital)\b/i],
    ['why', /^what (?:caused?|causes|(?:is|was|were|are) the (?:reasons?|causes?)|reasons?)\b/i],
    ['how-much', new RegExp(`^what\\b(?=.{0,60}${money.source}).{0,60}`, 'i')],
    ['list', new RegExp(`^(?:what|which) (?:\\S+ ){0,4}(?:${listed})\\b`, 'i')],
    [
      'definition',
      /^what(?:(?:'s| is| are| was) (?:an? |the )?(?:\S+ ){0,4}\S+?|(?: does| do) (?:an? |the )?(?:\S+ ){0,5}\S+? (?:mean|stand for)\b.{0,40}?)\s*\??$/i,
    ],
    ['definition', /^what(?:'s| is| are)\b.{0,60}\b(?:and|mean)\b/i],
    ['what', /^(?:what|which)/i],
  ],
  who: [['who', /^/]],
  when: [['when', /^/]],
  where: [['where', /^/]],
  why: [['why', /^/]],
};

/**
 * The type of the part that asks: its first question word decides, unless the sentence opens as a
 * question for yes or no.
 *
 * @param isMarked whether it ends in a question mark.
 */
export function questionTypeOf(focus: string, isMarked: boolean): QuestionType {
  if (orders.test(focus)) return typeOfOrder(focus);
  if (opensWithAuxiliary.test(focus)) return 'yes-no';
  for (const match of focus.matchAll(questionWord)) {
    const before = focus.slice(0, match.index).trim().split(/\s+/).filter(Boolean).length;
    // A relative clause far into a statement asks nothing.
    if (!isMarked && before > 1) break;
    const word = match[0].toLowerCase().replace(/'s$/, '');
    const family = /^who/.test(word) ? 'who' : word === 'which' ? 'what' : word;
    const rest = focus.slice(match.index);
    const found = forms[family]?.find(([, pattern]) => pattern.test(rest));
    if (found !== undefined) return found[0];
  }
  return isMarked ? 'yes-no' : 'statement';
}

function typeOfOrder(focus: string): QuestionType {
  if (/\b(?:list|name)\b/i.test(focus)) return 'list';
  if (/\bdefine\b|\bmeaning\b/i.test(focus)) return 'definition';
  const inner = focus.match(/\b(?:who|what|which|when|where|why|how)\b.*/i)?.[0];
  return inner === undefined ? 'what' : questionTypeOf(inner, true);
}
