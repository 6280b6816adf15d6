const count =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\p{L}+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+)';
const did =
  '(?:is|are|was|were|has|had|have|did|came|comes|went|said|took|died|left|found|felt|told|thought|knew|gave|wanted|asked|agreed|wished|feared|reported|refused)';
/** `Forty-four of them went home`, `Five wished that …`, `The seventh came later`: of what, was said before. */
const counted = new RegExp(
  `^(?:(?:\\p{L}+-)?\\p{L}+ of (?:(?:them|it)\\b|(?:these|those)(?=[,(]|\\s(?:\\(|${did})))|(?:${count}|the (?:\\p{L}{2,}th|first|second|third)) ${did}\\b|(?:in|for|among) ${count} of the ${count}\\b|of (?:all|the) ${count},)`,
  'iu',
);
/** `The practice then hides the record`: after what, was said before. */
const afterwards =
  /^(?!(?:if|when|once|after|since|by|until|we|I)\b)(?:[\p{L}'\u2019-]+\s){1,4}?(?<!\b(?:since|by|until|and|but|or|was|is|are|were)\s)then\s\p{Ll}/iu;
/** `… are not affected either.`, `On level 5 the result is similar.` */
const likeThat =
  /\b(?:not|nor|n[o']t)\b[^,;]*\seither\.$|\b(?:is|are|was|were) (?:similar|alike|no different|the same)\.$|^(?!.*\b(?:and|both)\b).*\s(?:too|as well)\.$/iu;
/** Characters into a sentence from which on it has itself named what it compares. */
const farIn = 60;
const formerOrLatter =
  /\bthe (?:former|latter)\b(?=[,.;'\u2019]| (?:is|are|was|were|has|had|have|can|will|would|may|should|must|in|of|for|by|on|with)\b)/iu;
/** `This page sums up what an article reported of it.` */
const endsInPronoun = /^[^,;:]{1,80}\b(?:of|about) (?:it|them)\.$/iu;

/**
 * Whether something further on in a sentence than its first word needs the sentence before it: how many
 * of whom, after what, like what.
 */
export function leansBack(text: string): boolean {
  if (counted.test(text) || afterwards.test(text) || likeThat.test(text)) return true;
  if (endsInPronoun.test(text)) return true;
  const at = text.search(formerOrLatter);
  return at >= 0 && at < farIn && !/\b(?:and|or|than|over)\b/.test(text.slice(0, at));
}

const verb =
  '(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|must|should|shall|does|do|did|now|then|also|never|always|still|fell|rose|took|gave|went|came|made|found|saw|led|held|kept|grew|began|wrote|said|told|met|paid|put|let|cut|lost|sent|ran|left|thought|chose|knew)';
const noNoun = `(?:${verb}|of|for|in|on|at|by|to|from|with|between|among|that|who|which|and|or|the)`;
const definite = new RegExp(
  `^the ((?:(?!${noNoun}\\b)\\p{Ll}[\\p{Ll}-]*\\s){1,3})(?:${verb}|\\p{Ll}{2,}(?:s|ed)(?!\\s(?:of|in|for)))\\b`,
  'iu',
);
/** Known without having been named: there is one of them, or one for everybody. */
const generic =
  /^(?:hospitals?|wards?|practices?|patients?|persons?|people|public|doctors?|nurses?|consultants?|clinicians?|pharmac(?:y|ist)s?|governments?|ministers?|law|world|council|board|authors?|system|country|community|population|service|number|share|rate|cost|money|data|results?|evidence|findings?|analysis|aim|purpose|report|paper|stud(?:y|ies)|trials?|rcts?|evaluations?|participants|groups?|review|inquiry|policy|document|publication|standard|method|model)$/i;
const unique = /\b(?:\p{L}{3,}est|most|only|main|same|first|last|next|whole|total|median|mean)\b/iu;
/** Characters before a sentence in which what it names may have been introduced. */
const nearby = 2_500;

/**
 * What a sentence begins with as if it were known, `The crew …`, and its text first named nearby before
 * it, `a crew`; null when it names nothing like that.
 *
 * @param before the publication's text up to the sentence.
 * @param known title and headings, which a reader of a summary sees or can tell it from.
 */
export function namedBefore(text: string, before: string, known: string): string | null {
  const words = definite.exec(text)?.[1]?.trim().toLowerCase();
  const noun = words?.split(' ').at(-1) ?? '';
  if (words === undefined || noun.length < 3 || generic.test(noun) || unique.test(words))
    return null;
  const stem = noun.replace(/s$/, '');
  if (known.toLowerCase().includes(stem)) return null;
  return introduces(before.slice(-nearby), noun) ? noun : null;
}

/** Whether words name something as if for the first time: `a crew`, `two wards`. */
export function introduces(text: string, noun: string): boolean {
  const stem = noun.replace(/s$/, '').replace(/[^\p{L}-]/gu, '');
  return new RegExp(
    `\\b(?:an?|another|one|${count})\\s(?:[\\p{L}-]+\\s){0,3}?${stem}s?\\b`,
    'iu',
  ).test(text);
}
