import { type Candidate, ownText, pointsBack } from '../../answering/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import { readStatements } from '../extract/read-statements.ts';
import { scoreStatements } from '../extract/scoring/score-statements.ts';
import type { ReadPublication } from '../read-publication.ts';

/** A statement with where it stands, as the rules of columns look at it. */
export interface StatementInPlace {
  candidate: Candidate;
  /** Its own words: without the lead-in of its list or the header of its table. */
  own: string;
  /** With lead-in or header. */
  text: string;
  /** Headings above it, in lower case, outermost first. */
  headings: readonly string[];
  /** Share of the statements that stand before it, 0..1. */
  place: number;
  /** How many statements of its section stand before it. */
  inSection: number;
  /** Whether it begins with a word that only makes sense after another sentence. */
  isBound: boolean;
  words: number;
  terms: ReadonlySet<string>;
  /** How much it says of the whole, as in `scoreStatements`. */
  score: number;
  /** How telling it is among the publication's statements, 0 the least to 1 the most. */
  centrality: number;
}

const analyser = createAnalyser();
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'\u2019.,%-]*/gu;
/** What stands below these says nothing of the publication itself. */
const note = /^(?:sources?|notes?|illustrative example|(?:table|figure|fig\.) [A-Z]?\d)/i;
const backMatter =
  /^(?:\d+[.)]?\s*)?(?:references?|bibliography|notes|endnotes|acknowledge?ments?|further reading|glossary|contents|about the authors?|funding|competing interests|declarations?)\b/i;

/** The statements of a publication in reading order, without references, notes and the like. */
export function readComparable(read: ReadPublication): Candidate[] {
  return readStatements(read).filter(
    ({ headings, text }) =>
      !note.test(text) && !headings.some((heading) => backMatter.test(heading)),
  );
}

/** The same with where each stands. */
export function placeStatements(read: ReadPublication): StatementInPlace[] {
  const candidates = readComparable(read);
  const { title, language } = read.publication;
  const scored = scoreStatements(candidates, { title, language });
  const ranked = scored.toSorted((left, right) => left.score - right.score);
  const rank = new Map(ranked.map(({ candidate }, index) => [candidate, index]));
  const perSection = new Map<string, number>();
  return scored.map(({ candidate, score }, index) => {
    const { text } = candidate;
    const section = candidate.headings.join('\n');
    const inSection = perSection.get(section) ?? 0;
    perSection.set(section, inSection + 1);
    return {
      candidate,
      own: ownText(candidate),
      text,
      headings: candidate.headings.map((heading) => heading.toLowerCase()),
      place: index / candidates.length,
      inSection,
      isBound: candidate.kind === 'sentence' && pointsBack(text),
      words: text.match(word)?.length ?? 0,
      terms: new Set(analyser.terms(text)),
      score,
      centrality: (rank.get(candidate) ?? 0) / Math.max(1, candidates.length - 1),
    };
  });
}
