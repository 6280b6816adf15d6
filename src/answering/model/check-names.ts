import { spellsOut } from '../evidence/spells-out.ts';
import { stemsOf } from '../quotes/stems.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}&'\u2019-]*/gu;
const sentenceStart = /(?:^|[.!?:]\s+)["'\u2018\u201c(]*$/u;
const possessive = /['\u2019]s?$/u;
const abbreviation = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}&-]{2,}s?$/u;
const possessives = /['\u2019]s?(?![\p{L}\p{N}])/gu;
/** Words with capital letters, side by side; looking ahead finds those that overlap. */
const twoNames =
  /(?<![\p{L}\p{N}'\u2019-])(\p{Lu}[\p{L}'\u2019-]+)(?=\s(\p{Lu}[\p{L}\u2019'-]*[\p{L}]))/gu;
const month =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const besideNumber = /\d(?:st|nd|rd|th)?\s(?:of\s)?$/u;
const beforeNumber = /^,?\s\d/u;

/**
 * Whether every name and abbreviation of a claim stands in its quotes, or in the title, the authors
 * or the headings they are under; an abbreviation may be spelt out there. A word with a capital
 * letter is a name unless it begins a sentence. What only begins a sentence cannot be told from any
 * other word, and is left to {@link checkGrounding}, unless another name follows it: names side by
 * side must stand side by side there too.
 */
export function checkNames({ text, quotes, publications }: CheckedClaim): ClaimFailure | null {
  const known = [
    ...quotes.flatMap((quote) => [quote.text, ...quote.headingPath]),
    ...publications.flatMap(({ title, authors }) => [title, ...authors]),
  ].join('\n');
  const words = new Set(wordsOf(known));
  const lower = new Set(Array.from(words, (each) => each.toLowerCase()));
  const isKnown = (name: string): boolean =>
    abbreviation.test(name)
      ? words.has(name) || words.has(`${name}s`) || words.has(singular(name)) || spells(known, name)
      : [name, singular(name), `${name}s`].some((form) => lower.has(form.toLowerCase()));
  const missing = namesOf(text).filter(
    (name) => !isKnown(name) && !(name.includes('-') && name.split('-').every(isKnownPart)),
  );
  function isKnownPart(part: string): boolean {
    return part === '' || isKnown(part);
  }
  const joined = missing.length > 0 ? [] : joinedNames(text, known);
  if (missing.length === 0 && joined.length === 0) return null;
  return {
    code: 'unknown-name',
    problem: `These names are neither in the quotes of the claim nor in the title: ${[...missing, ...joined].map(excerpt).join(', ')}.`,
  };
}

/**
 * Names of two words or more that nobody put together so: `Northmere Council` where there are a
 * Northmere Hospital and a Valley Council.
 */
function joinedNames(text: string, known: string): string[] {
  const plainly = (text: string): string =>
    text.replace(possessives, ' ').replace(/\s+/gu, ' ').toLowerCase();
  const plain = plainly(known);
  return Array.from(text.matchAll(twoNames), ([, first = '', second = '']) => [first, second])
    .filter(([first = '', second = '']) => {
      if ([first, second].some((each) => abbreviation.test(each) || month.test(each))) return false;
      // `In Northmere`, `Since Merrowdale`.
      return stemsOf(first).length > 0 && stemsOf(second).length > 0;
    })
    .map((pair) => pair.join(' '))
    .filter((name) => !plain.includes(plainly(name)));
}

function spells(known: string, name: string): boolean {
  return spellsOut(known, name) || spellsOut(known, name.replaceAll('&', ''));
}

function namesOf(text: string): string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(word)) {
    const name = match[0].replace(possessive, '');
    const before = text.slice(0, match.index);
    if (!/\p{Lu}/u.test(name) || /^I(?:['\u2019]|$)/u.test(match[0])) continue;
    if (sentenceStart.test(before) && !/^.+\p{Lu}/u.test(name)) continue;
    const after = text.slice(match.index + match[0].length);
    // Dates are held to the quotes as figures are, whatever their notation.
    if (month.test(name) && (besideNumber.test(before) || beforeNumber.test(after))) continue;
    names.add(name);
  }
  return [...names];
}

function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(word), ([found]) => found.replace(possessive, '')).flatMap(
    (found) => [found, ...found.split('-')],
  );
}

function singular(name: string): string {
  return name.replace(/s$/u, '');
}
