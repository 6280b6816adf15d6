import { missedBoundaries } from './missed-boundaries.ts';
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
 * Finds the sentences of a text, in order, none empty, none overlapping; only white space is left
 * between them. A line end always ends a sentence, so headings, list items and table rows are
 * sentences of their own. Takes linear time, 10 MB/s and more.
 *
 * Boundaries are Unicode's (UAX #29, `Intl.Segmenter`), put right for what it cannot know:
 * abbreviations, initials, numbered references and enumerators (`sentenceGoesOn`); reference marks
 * glued to a full stop, full stops between spaces, text in small letters only (`missedBoundaries`).
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
  return sentences.flatMap((sentence) => splitFurther(text, sentence));
}

function splitFurther(text: string, sentence: SentenceRange): SentenceRange[] {
  const boundaries = missedBoundaries(text.slice(sentence.start, sentence.end));
  if (boundaries.length === 0) return [sentence];
  const parts: SentenceRange[] = [];
  let { start } = sentence;
  for (const boundary of boundaries) {
    parts.push({ start, end: sentence.start + boundary.end });
    start = sentence.start + boundary.next;
  }
  parts.push({ start, end: sentence.end });
  return parts;
}
