import { createAnalyser } from '../../retrieval/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { type Section, sectionAt } from './find-sections.ts';
import { passageCandidate } from './passage-candidate.ts';
import { countWords } from './scoring/count-words.ts';
import type { Statement } from './statement.ts';

const numbered = /^recommendation\s+(\d{1,2})\s*[:.\u2013\u2014-]\s*\p{L}/iu;
/** Fewer are no list, more are no summary. */
const leastNumber = 3;
const mostNumber = 20;

/**
 * The headings that number a publication's recommendations, each once: `Recommendation 1: …`. Empty
 * unless they are numbered from one without a gap, since half a list would mislead.
 */
export function findNumberedRecommendations(
  read: ReadPublication,
  sections: readonly Section[],
): Statement[] {
  const { text, headings } = read.text;
  const analyser = createAnalyser();
  const found = new Map<number, Statement>();
  for (const { offset } of headings) {
    const lineEnd = text.indexOf('\n', offset);
    const line = text.slice(offset, lineEnd < 0 ? text.length : lineEnd).trimEnd();
    const number = Number(numbered.exec(line)?.[1] ?? 0);
    if (number === 0 || found.has(number)) continue;
    const ranges = [{ start: offset, end: offset + line.length }];
    const candidate = passageCandidate(read, ranges);
    if (candidate === null) continue;
    found.set(number, {
      candidate,
      score: 0,
      terms: new Set(analyser.terms(line)),
      words: countWords(line),
      text: line.replace(/\s+/g, ' '),
      ranges,
      section: sectionAt(sections, offset),
      place: offset / Math.max(1, text.length),
    });
  }
  const inOrder = [...found].sort(([left], [right]) => left - right);
  const isWhole = inOrder.every(([number], index) => number === index + 1);
  return isWhole && inOrder.length >= leastNumber && inOrder.length <= mostNumber
    ? inOrder.map(([, statement]) => statement)
    : [];
}
