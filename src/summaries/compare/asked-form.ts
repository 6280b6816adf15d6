import { createAnalyser } from '../../retrieval/index.ts';

const analyser = createAnalyser();
const number =
  '(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?: (?:thousand|million|billion))?';
const counted = /^(?:how many|number of|numbers of)\s+(?<what>\p{L}[\p{L}-]*)/iu;
const money =
  /^(?:(?:total |running |net )?(?:costs?|price|spending|expenditure|budget|funding)|how much)\b/iu;
const dated = /^(?:when|dates?|year)\b/iu;
const lasting = /^(?:how long|duration|length of)\b/iu;
const sum =
  /[\u00a3$\u20ac]\s?\d|\b\d[\d,.]*\s?(?:million |billion |thousand )?(?:pounds|dollars|euros|pence)\b|\bfree of charge\b/iu;
const date =
  /\b(?:1[5-9]|20|21)\d\d\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;
const effect = /\b(?:effects?|impacts?|results?|outcomes?|benefits?)\b/iu;
const cameOfIt =
  /\b(?:fell|rose|grew|dropped|(?:in|de)creased|reduced?|improved|worsened|halved|doubled|unchanged|(?:no|little) (?:\p{Ll}+ )?(?:difference|effect|change|impact)|did not|lower|higher|fewer|better|worse|difference)\b/iu;
const duration = /\b(?:hours?|minutes?|days?|weeks?|months?|years?)\b/iu;

/**
 * What a statement has to hold to answer a column of somebody's own: a number of what is counted, a
 * sum, a date, a length of time, what came of it. Null where any wording may answer.
 */
export function askedForm(column: string): ((text: string) => boolean) | null {
  const what = counted.exec(column)?.groups?.what;
  if (what !== undefined) return (text) => countsSuch(text, what);
  const form = money.test(column)
    ? sum
    : dated.test(column)
      ? date
      : lasting.test(column)
        ? duration
        : effect.test(column)
          ? cameOfIt
          : null;
  return form === null ? null : (text) => form.test(text);
}

/** Whether a number stands before the word, with at most three words between. */
function countsSuch(text: string, what: string): boolean {
  const stem = analyser.terms(what)[0];
  const pattern = new RegExp(`\\b${number}\\s((?:[\\p{L}-]+\\s){0,3}[\\p{L}-]+)`, 'giu');
  return Array.from(text.matchAll(pattern), ([, words = '']) => words).some(
    (words) =>
      !duration.test(words) && words.split(/\s/).some((word) => analyser.terms(word)[0] === stem),
  );
}
