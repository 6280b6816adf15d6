import { sentenceGoesOn } from './sentence-goes-on.ts';

/** A sentence's place in its text, in UTF-16 code units, end exclusive, without white space around. */
export interface SentenceRange {
  start: number;
  end: number;
}

const segmenter = (() => {
  let cached: Intl.Segmenter | undefined;
  return (): Intl.Segmenter => {
    cached ??= new Intl.Segmenter('en', { granularity: 'sentence' });
    return cached;
  };
})();

/**
 * A full stop with a reference number glued to it, as superscripts come out of a PDF:
 * `outcomes.12 The`, `outcomes.[3, 4] The`. Unicode's rules see a decimal there and go on.
 */
const gluedReference =
  /(?<=\p{L}{3}["”’)]?[.!?]["”’)]?)(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|\d{1,3}(?:[,–-]\d{1,3})*)\s+(?=["“‘(]?\p{Lu})/gu;

/**
 * Finds the sentences of a text, in order, none empty, none overlapping; only white space is left
 * between them. A line end always ends a sentence, so headings, list items and table rows are
 * sentences of their own. Takes linear time (over 20 MB/s).
 *
 * Boundaries are Unicode's (UAX #29, `Intl.Segmenter`), put right for what it cannot know:
 * abbreviations, initials, numbered references and enumerators, and reference marks glued to a
 * full stop.
 */
export function splitSentences(text: string): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let open: SentenceRange | undefined;
  for (const { segment, index } of segmenter().segment(text)) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const start = index + (segment.length - segment.trimStart().length);
    const end = start + trimmed.length;
    if (open !== undefined && sentenceGoesOn(text, open, start)) {
      open.end = end;
    } else {
      open = { start, end };
      sentences.push(open);
    }
  }
  return sentences.flatMap((sentence) => splitAtReferences(text, sentence));
}

function splitAtReferences(text: string, sentence: SentenceRange): SentenceRange[] {
  const parts: SentenceRange[] = [];
  let start = sentence.start;
  const content = text.slice(sentence.start, sentence.end);
  for (const match of content.matchAll(gluedReference)) {
    const after = sentence.start + match.index + match[0].length;
    const end = sentence.start + match.index + match[0].trimEnd().length;
    parts.push({ start, end });
    start = after;
  }
  parts.push({ start, end: sentence.end });
  return parts;
}
