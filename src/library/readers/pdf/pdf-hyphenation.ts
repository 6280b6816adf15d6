import type { Line } from './pdf-text.ts';

const brokenWord = /(\p{L}+)[-‐\u00ad]$/u;
/** Beginnings of English compounds that keep their hyphen. */
const compoundStarts =
  /^(?:self|non|well|long|short|cross|multi|co|ex|post|pre|anti|high|low|full|half|part|all|ill|one|two|three|four|five|first|second|third|hard|evidence|patient|person|community|hospital|data|system|whole|large|small|face|day|year|week|month|best|better|mid|up|user|client)$/i;

/** Joins the end of one line and the start of the next. */
export type JoinLines = (before: string, after: string) => string;

/**
 * Learns from a document which words it writes with a hyphen. A hyphen at the end of a line is
 * dropped when the document has the joined word elsewhere, kept when it has the hyphenated one; for
 * the rest what most of the known cases do decides, and the usual beginnings of compounds.
 */
export function learnHyphenation(lines: Iterable<Line>): JoinLines {
  const texts = [...lines].map(({ text }) => text.toLowerCase());
  const words = new Set(
    texts.flatMap((text) => text.match(/[\p{L}]+(?:[-‐][\p{L}]+)*(?![-‐\u00ad\p{L}]*$)/gu) ?? []),
  );
  let joined = 0;
  let kept = 0;
  for (const [index, text] of texts.entries()) {
    const known = knownForm(text, texts[index + 1] ?? '', words);
    if (known === 'joined') joined += 1;
    if (known === 'kept') kept += 1;
  }
  return (before, after) => {
    if (before === '') return after;
    if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
    const broken = brokenWord.exec(before);
    if (!broken || !/^\p{Ll}/u.test(after)) {
      return /[\p{L}\d][-‐–]$/u.test(before) && /^[\p{L}\d]/u.test(after)
        ? before + after
        : `${before} ${after}`;
    }
    const form =
      knownForm(before.toLowerCase(), after.toLowerCase(), words) ??
      (compoundStarts.test(broken[1] ?? '') || kept > joined ? 'kept' : 'joined');
    return form === 'kept' ? before + after : before.slice(0, -1) + after;
  };
}

function knownForm(
  before: string,
  after: string,
  words: ReadonlySet<string>,
): 'joined' | 'kept' | undefined {
  const start = brokenWord.exec(before)?.[1];
  const end = /^\p{Ll}+/u.exec(after)?.[0];
  if (start === undefined || end === undefined) return undefined;
  if (words.has(`${start}-${end}`)) return 'kept';
  return words.has(start + end) ? 'joined' : undefined;
}
