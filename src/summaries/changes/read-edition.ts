import type { Candidate } from '../../answering/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import { readStatements } from '../extract/read-statements.ts';
import type { ReadPublication } from '../read-publication.ts';
import { type DiffWord, readWords } from './read-words.ts';

/** A statement of an edition, as it is looked for in the other one. */
export interface EditionStatement {
  candidate: Candidate;
  /** Place among the statements of its edition, from 0. */
  order: number;
  words: readonly DiffWord[];
  /** What leads in to its list or heads its table. */
  lead: readonly DiffWord[];
  /** The same for two statements that differ in nothing but spelling, case and punctuation. */
  key: string;
  /** Stems of what it is about; figures are left out, which change first. */
  terms: ReadonlySet<string>;
  /** The headings above it, which may be none. */
  section: string;
  heading: string | null;
}

const analyser = createAnalyser();
const numbering =
  /^(?:(?:section|part|chapter|paragraph|annex|appendix)\s+)?(?:[A-Z]?\d{1,2}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Z])[.):]?\s+/iu;

export function readEdition(read: ReadPublication): EditionStatement[] {
  return readStatements(read).map((candidate, order) => {
    const { own, lead } = readWords(candidate);
    const text = [...lead, ...own].map(({ text: word }) => word).join(' ');
    const headings = candidate.headings.map(withoutNumber);
    return {
      candidate,
      order,
      words: own,
      lead,
      key: own.map(({ plain }) => plain).join(' '),
      terms: new Set(analyser.terms(text).filter((term) => !/^\d+$/.test(term))),
      section: headings.join('\n').toLowerCase(),
      heading: candidate.headings.at(-1) ?? null,
    };
  });
}

/** `3.2 Planning` and `4.1 Planning` are one heading. */
export function withoutNumber(heading: string): string {
  return heading.replace(numbering, '').trim();
}
