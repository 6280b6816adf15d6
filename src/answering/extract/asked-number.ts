import type { Question } from '../question/question.ts';

const counted =
  /\bhow many (?:(?:of (?:the |its |their |our )?)?(?:more|new|other|different)\s+)?(?<noun>\p{L}[\p{L}'\u2019-]*(?:\s\p{L}[\p{L}-]*)?)/iu;
const share =
  /\b(?:what|which) (?:number|percentage|percent|per cent|proportion|share|fraction|rate)\b|\bby how much\b|\bhow much (?:did|has|have|does|do|was|were|is|are)\b.*\b(?:fall|rise|grow|drop|increase|decrease|reduce|change|improve|shorten|cut)/i;
const often = /\bhow often\b/i;
const number =
  '(?:\\d[\\d,.]*(?:\\s(?:million|billion|thousand))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)';
const proportion =
  /\d\s?(?:%|per cent|percent|percentage points?)|\b(?:half|a third|a quarter|two thirds|three quarters|by \d|from \d[\d,.]* to \d|one in \w+)\b/i;
const frequency =
  /\b(?:every|each|once|twice|annual(?:ly)?|yearly|monthly|weekly|daily|quarterly|(?:times|once) an?|per (?:day|week|month|year))\b/i;
const auxiliary =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|in|on|at|of|with|by|to)$/i;

const longestFocus = 500;

/** Whether a text holds the kind of number that was asked for: of the things counted, a share, a frequency. */
export function holdsAskedNumber({ type, focus }: Question, text: string): boolean {
  if ((type !== 'how-many' && type !== 'how-much') || focus.length > longestFocus) return false;
  if (often.test(focus)) return frequency.test(text);
  if (share.test(focus)) return proportion.test(text);
  const noun = counted.exec(focus)?.groups?.noun;
  if (noun === undefined) return false;
  return noun
    .split(/\s/)
    .filter((word) => !auxiliary.test(word))
    .map(stemOf)
    .filter((stem) => stem.length >= shortestStem)
    .some((stem) => new RegExp(`\\b${number}\\s(?:[\\p{L}-]+\\s){0,3}${stem}`, 'iu').test(text));
}

const shortestStem = 3;

/** Enough of a word to find its singular and plural. */
const stemOf = (word: string): string =>
  word
    .replace(/['\u2019].*$/u, '')
    .replace(/(?:ies|es|s|y)$/i, '')
    .replace(/[^\p{L}\p{N}-]/gu, '');
