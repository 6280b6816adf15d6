import { rewriteBounds } from './rewrite-bounds.ts';
import { stemsOf } from './stems.ts';

/** What a text denies and what it states, as stems. */
export interface Polarity {
  /** What a negation is about, such as `sent` of `are no longer sent by fax`. */
  denied: Set<string>;
  /** All of the clauses that a negation stands in: what it is about can be put in another order. */
  around: Set<string>;
  /** The rest. */
  stated: Set<string>;
  /** Denied, but for an exception named in the same sentence. */
  excepted: Set<string>;
  /** Whether something holds `only` under a condition. */
  isLimited: boolean;
  hasException: boolean;
}

const clauseEnd =
  /[.;:!?\n\u2014]|\s-\s|,(?=\s+(?:but|and|while|whereas|although|though|because|since|so|yet|which|who|if|when|unless|on|in|at|for|not|nor|or)\b)|\s(?=(?:but|although|though|because|yet|whereas|and not|rather than|instead of|when|if|unless|except)\b)/u;
const sentenceEnd = /[.;!?\n]+/u;
const word = /[\p{L}\p{M}]+(?:'\p{L}+)*/gu;
const negator =
  /^(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|hardly|rarely|seldom|barely|scarcely|without|unable|missing|absent|absence|stop(?:s|ped|ping)?|ceas(?:e[sd]?|ing)|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|refus(?:e[sd]?|ing|al)|forb(?:id|ids|idden|ade)|prohibit(?:s|ed|ing)?|ban(?:s|ned|ning)?|discontinued|abolish(?:es|ed)?|insteadof)$|n't$/u;
const exceptive = /^(?:unless|except|excepted|without|until|before|but for)$/u;
/** An exception without which a denial says more. */
const named = /\b(?:unless|except|without)\b/iu;
const limiting =
  /\b(?:only|solely|exclusively|unless|except|without|usually|normally|generally)\b/iu;
const conditional = /^(?:when|if|unless|except|because|while|who|which|that|where|after)$/u;
const auxiliary =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|may|might|can|could|shall|should|will|would|must|to|it|they|there|any|all|at|so|very|ever|yet|also|of|the|an?|by|from|in|on)$/u;
const negativePrefix = /^(?:un|in|im|ir|il|non|dis)-?(?=\p{L}{4})/u;
/** How many words a negation is about, */
const reach = 2;
/** and how many where what is not shown or found follows. */
const longReach = 6;
const finding =
  /^(?:show[ns]?|prov(?:e[ds]?|en)|find|found|demonstrated?|detect(?:ed)?|confirm(?:ed)?|establish(?:ed)?|evidence)$/u;

/**
 * Reads what a text denies, clause by clause. Limits of figures deny nothing, nor does `not only`;
 * of two negations of the same thing neither counts, and `unlikely` is `not likely` where the other
 * text says `likely`.
 *
 * @param other what it is compared with.
 */
export function readPolarity(text: string, other: string): Polarity {
  const known = new Set(wordsOf(other));
  const polarity: Polarity = {
    denied: new Set(),
    around: new Set(),
    stated: new Set(),
    excepted: new Set(),
    isLimited: /\b(?:only|solely|exclusively)\b/iu.test(text),
    hasException: named.test(text) || /\b(?:until|before)\b/iu.test(text),
  };
  const plain = rewriteBounds(text)
    .replace(/\bnot (?:only|just|merely)\b/giu, 'also')
    .replace(/\b(?:any ?more|no longer)\b/giu, (found) => (/no/i.test(found) ? 'not' : ''))
    .replace(/\bexclud(e[sd]?|ing)\b/giu, 'not includ$1')
    .replace(/\bnot yet\b/giu, 'not')
    .replace(/\b(?:rather than|instead of|free (?:of|from)|other than)\b/giu, 'insteadof')
    .replace(/\bno[ -]one\b/giu, 'nobody');
  for (const sentence of plain.split(sentenceEnd)) {
    const isException = named.test(sentence);
    for (const clause of sentence.split(clauseEnd))
      readClause(clause, known, isException, polarity);
  }
  return polarity;
}

/** Whether a text says that what it denies is not denied always. */
export function isQualified(text: string): boolean {
  return limiting.test(text);
}

function readClause(
  clause: string,
  known: ReadonlySet<string>,
  isException: boolean,
  polarity: Polarity,
): void {
  const words = negationsApart(wordsOf(clause), known);
  const negations = words.flatMap((each, index) => (negator.test(each) ? [index] : []));
  const content = words.map((each) =>
    negator.test(each) || exceptive.test(each) ? [] : stemsOf(each),
  );
  // `must not … without` is an exception, not a second negation.
  const exception = negations.length > 1 ? words.indexOf('without') : -1;
  const kept = negations.filter(
    (at, index) =>
      at !== exception && negations[index + 1] !== at + 1 && negations[index - 1] !== at - 1,
  );
  const all = content.flat();
  if (kept.length === 0) {
    for (const stem of all) polarity.stated.add(stem);
    return;
  }
  for (const at of kept) {
    const about = scopeOf(at, words, content);
    for (const stem of about) {
      polarity.denied.add(stem);
      if (isException) polarity.excepted.add(stem);
    }
  }
  // What follows `without` is all that it denies, and no part of what another negation does.
  const alone = kept.every((at) => words[at] === 'without') ? (kept[0] ?? 0) : -1;
  const next = kept.find((at) => at > exception) ?? words.length;
  content.forEach((stems, index) => {
    const isStated = index < alone || (exception >= 0 && index > exception && index < next);
    for (const stem of stems) (isStated ? polarity.stated : polarity.around).add(stem);
  });
}

/** The next words after a negation, or before it where none follow. */
function scopeOf(at: number, words: readonly string[], content: readonly string[][]): string[] {
  const found: string[] = [];
  let most = reach;
  for (let index = at + 1; index < words.length && found.length < most; index += 1) {
    const each = words[index] ?? '';
    if (finding.test(each)) most = longReach;
    if (each === 'that' && most === longReach) continue;
    if (conditional.test(each) || exceptive.test(each)) break;
    if (auxiliary.test(each) || /ly$/u.test(each)) {
      if (
        found.length > 0 &&
        /^(?:is|are|was|were|has|have|had|may|can|should|will|must)$/u.test(each)
      )
        break;
      continue;
    }
    found.push(...(content[index] ?? []).slice(0, 1));
  }
  if (found.length > 0 || words[at - 1] === 'may') return found;
  return content.slice(0, at).flat().slice(-reach);
}

/** `unlikely` as `not likely` where `likely` is known. */
function negationsApart(words: readonly string[], known: ReadonlySet<string>): string[] {
  return words.flatMap((each) => {
    const rest = each.replace(negativePrefix, '');
    return rest !== each && known.has(rest) && !known.has(each) ? ['not', rest] : [each];
  });
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\u2019/g, "'")
    .match(word) ?? [];
