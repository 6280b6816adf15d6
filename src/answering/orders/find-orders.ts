import { splitSentences } from '../../library/index.ts';
import type { CharacterRange } from '../answer.ts';
import { normaliseText } from '../quotes/normalise-text.ts';
import { orderPatterns, rolePattern } from './order-patterns.ts';

/** Letters of other alphabets that pass for Latin ones. */
const lookalikes: Readonly<Record<string, string>> = {
  \u0430: 'a',
  \u0435: 'e',
  \u043e: 'o',
  \u0440: 'p',
  \u0441: 'c',
  \u0443: 'y',
  \u0445: 'x',
  \u0456: 'i',
  \u0455: 's',
  \u0501: 'd',
  \u03bf: 'o',
  \u03b1: 'a',
};
const mixed =
  /(?=\p{L}*\p{Script=Latin})[\p{Script=Latin}\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0501\u03bf\u03b1]+/gu;
/** `i g n o r e`: single letters with something between them. */
const spacedOut = /\b(?:[A-Za-z][ .\-_*]){4,}[A-Za-z]\b/g;
const encoded = /(?<![A-Za-z\d+/])[A-Za-z\d+/]{24,2000}={0,2}(?![A-Za-z\d+/=])/g;
const paragraphEnd = /\n\s*\n/g;

/**
 * Whether a text gives orders to a language model, whatever it is made to look like: letters of other
 * alphabets, spaced out, with invisible characters between, or in Base64.
 */
export function holdsOrder(text: string): boolean {
  const plain = plainTextOf(text);
  return isOrder(plain) || holdsEncodedOrder(plain);
}

/**
 * The places of a text that are not to be quoted, ascending: from the sentence that gives an order to
 * a language model to the end of its paragraph, since what follows it belongs to it.
 */
export function findOrders(text: string): CharacterRange[] {
  // Most texts hold none, and one look at the whole is cheaper than one at each sentence.
  if (!holdsOrder(text)) return [];
  const found: CharacterRange[] = [];
  for (const paragraph of paragraphsOf(text)) {
    const own = text.slice(paragraph.start, paragraph.end);
    if (!holdsOrder(own)) continue;
    const first = splitSentences(own.replace(/\s/g, ' ')).find(({ start, end }) =>
      holdsOrder(own.slice(start, end)),
    );
    // An order may reach over what looks like the end of a sentence.
    found.push({ start: paragraph.start + (first?.start ?? 0), end: paragraph.end });
  }
  return found.length > 0 ? found : [{ start: 0, end: text.length }];
}

function paragraphsOf(text: string): CharacterRange[] {
  const paragraphs: CharacterRange[] = [];
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(paragraphEnd)) {
    paragraphs.push({ start, end: index });
    start = index + gap.length;
  }
  return [...paragraphs, { start, end: text.length }].filter(({ start: from, end }) => end > from);
}

const otherThanPlain = /[^\t\n\r -~\u00a0\u00a3\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]/;

function plainTextOf(text: string): string {
  if (!otherThanPlain.test(text)) return joinLetters(straightQuotes(text));
  const plain = text
    .split(/\r\n?|\n/)
    .map((line) => normaliseText(line).text)
    .join('\n')
    .replace(mixed, (word) => word.replace(/./gu, (letter) => lookalikes[letter] ?? letter));
  return joinLetters(plain);
}

const joinLetters = (text: string): string =>
  text.replace(spacedOut, (letters) => letters.replace(/[ .\-_*]/g, ''));

function isOrder(plain: string): boolean {
  const small = plain.toLowerCase();
  return rolePattern.test(plain) || orderPatterns.some((pattern) => pattern.test(small));
}

function holdsEncodedOrder(text: string): boolean {
  return Array.from(text.matchAll(encoded), ([code]) =>
    Buffer.from(code, 'base64').toString('utf8'),
  ).some((decoded) => !/[\p{Cc}\ufffd]/u.test(decoded.replace(/\s/g, ' ')) && isOrder(decoded));
}

const straightQuotes = (text: string): string =>
  text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
