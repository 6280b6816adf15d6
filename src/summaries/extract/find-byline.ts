import type { CharacterRange } from '../../answering/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import type { Section } from './find-sections.ts';
import { passageCandidate } from './passage-candidate.ts';
import { countWords } from './scoring/count-words.ts';
import type { Statement } from './statement.ts';

/** Title pages end here. */
const reach = 3_000;
const longestLine = 220;
const months =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const date = new RegExp(
  `^(?:(?:published|date[d:]?|on)\\s+)*(?:\\d{1,2}(?:st|nd|rd|th)?\\s)?${months},?\\s(?:\\d{1,2},\\s)?(?:19|20)\\d\\d$|^(?:19|20)\\d\\d-\\d\\d-\\d\\d$`,
  'i',
);
const signed =
  /^(?:(?:an? )?(?:\p{L}+ )?(?:report|paper|study|review|article|response|statement|analysis|evaluation|briefing) )?by (?:the )?\p{Lu}|^(?:presented|published|prepared|written|produced|commissioned|issued|authored|edited) (?:to .{2,60} )?by \p{Lu}|^(?:presented|published|prepared|written|produced|commissioned|issued|authored|edited) (?:to .{2,60} )?by the \p{Lu}|^authors?: \p{Lu}/iu;
/** Tells something of its authors. */
const sentence = /[.]$|\b(?:is|are|was|were|has|have|had|said|told|says|writes|argues?)\b/;
/** Who prints and sells it did not write it. */
const imprint = /\b(?:copyright|printed|licen[cs]e|isbn|all rights|enquir|stationery)\b/i;

/**
 * What the title page says of who wrote a publication and when, as far as it says so: a line with
 * the names that the library knows, or one that begins with `By …` or `Prepared by …`, and a date
 * that stands by itself near it. Null when there is no such line.
 */
export function findByline(read: ReadPublication, sections: readonly Section[]): Statement | null {
  const { text, publication } = read;
  const body = sections.find(({ role }) => role !== null)?.start ?? reach;
  const front = text.text.slice(0, Math.min(reach, body));
  const lines = Array.from(front.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({
    line: line.trim(),
    start: index,
    end: index + line.trimEnd().length,
  })).filter(({ line }) => line.length <= longestLine && !imprint.test(line));
  const isSigned = lines.findIndex(({ line }) => signed.test(line));
  const at =
    isSigned >= 0
      ? isSigned
      : lines.findIndex(({ line }) => isNames(line, publication) && line !== publication.title);
  const own = lines[at];
  const [section] = sections;
  if (own === undefined || section === undefined) return null;
  const dated = lines.slice(Math.max(0, at - 1), at + 4).find(({ line }) => date.test(line));
  const parts = [own, ...(dated === undefined ? [] : [dated])].toSorted(
    (left, right) => left.start - right.start,
  );
  const ranges: CharacterRange[] = parts.map(({ start, end }) => ({ start, end }));
  const candidate = passageCandidate(read, ranges);
  if (candidate === null) return null;
  const said = [own, ...(dated === undefined ? [] : [dated])].map(({ line }) => line).join(', ');
  return {
    candidate,
    score: 0,
    terms: new Set(),
    words: countWords(said),
    text: /[.]$/.test(said) ? said : `${said}.`,
    ranges,
    section,
    place: 0,
  };
}

function isNames(line: string, { title, authors }: ReadPublication['publication']): boolean {
  const named = authors.filter((author) => author.includes(' ') && line.includes(author));
  const rest = named.reduce((left, author) => left.replace(author, ''), line);
  // A line about the authors says more than their names; one that is part of the title says none.
  const isAbout = sentence.test(line) || rest.replace(/\band\b|[^\p{L}]/gu, '').length >= 40;
  return named.length > 0 && !isAbout && !title.includes(line);
}
