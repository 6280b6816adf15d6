import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Candidate, type Claim, withAntecedent } from '../../answering/index.ts';
import { createCiteStatements } from '../cite-statements.ts';
import type { ReadPublication } from '../read-publication.ts';
import { claimsOf, type Report, type ReportPart, type TablePart } from '../report.ts';
import type { ReportProgress } from '../report-progress.ts';
import { ReportRefused } from '../report-refused.ts';
import { shortTitles } from '../short-titles.ts';
import { type AnswerCellParts, answerCell, type ComparisonSearch } from './answer-cell.ts';
import { chooseCell } from './choose-cell.ts';
import { ruleOf } from './columns/rule-of.ts';
import { type ComparisonColumn, standardColumn } from './comparison-columns.ts';
import { findSides } from './find-sides.ts';
import { posedQuestions } from './posed-questions.ts';
import { placeStatements, type StatementInPlace } from './statement-in-place.ts';
import { underHeading } from './under-heading.ts';

export interface ComparisonRequest {
  /** As in `comparisonColumns`, or questions and phrases of one's own, at least one. */
  columns: readonly string[];
  /** Answers columns of one's own. */
  search: ComparisonSearch;
  onProgress?(progress: ReportProgress): void;
  signal?: AbortSignal;
}

export const fewestCompared = 2;
export const mostCompared = 8;
/** Of a publication, the most telling first: more would take too long to hold against each other. */
const statementsCompared = 400;
/** Publications that the title names. */
const mostInTitle = 3;
const mostPosed = 2;
const namesItself =
  /^this (?:\p{Ll}+ ){0,2}(?:paper|review|report|response|study|article|policy|guidance|guideline|plan|strategy|statement|document|briefing|evaluation|digest)\b/iu;

/**
 * Puts publications side by side: a table with what each says to each column, then what they agree
 * on and where they contradict each other. All in their own words, every statement quoted; a cell in
 * which nothing can be put with enough certainty stays empty.
 *
 * @param reads 2 to 8 different publications, in the order of the rows.
 * @throws {ReportRefused} `wrong-number`.
 */
export async function comparePublications(
  reads: readonly ReadPublication[],
  { columns, search, onProgress, signal }: ComparisonRequest,
): Promise<Report> {
  checkNumber(reads);
  const cite = createCiteStatements(reads);
  const table: TablePart = {
    kind: 'table',
    heading: null,
    columns: columns.map(columnName),
    rows: [],
  };
  const placed: (readonly StatementInPlace[])[] = [];
  for (const read of reads) {
    placed.push(placeStatements(read));
    await nextTurn();
  }
  const headings = new Set(
    columns.filter((column) =>
      placed.some((statements) => underHeading(statements, column).length > 0),
    ),
  );
  for (const [index, read] of reads.entries()) {
    signal?.throwIfAborted();
    const { title } = read.publication;
    onProgress?.({ kind: 'publication', number: index + 1, of: reads.length, title });
    await nextTurn();
    const parts = { cite, search, statements: placed[index] ?? [], headings, signal };
    table.rows.push({ source: index + 1, cells: await fillCells(read, columns, parts) });
  }
  const { agreements, contradictions } = await findSides(placed.map(mostTelling), cite);
  const parts: ReportPart[] = [table];
  parts.push(
    agreements.length > 0
      ? { kind: 'sides', heading: 'Agreements', sides: agreements }
      : silent('Agreements', 'No two of them say the same in much the same words.'),
    contradictions.length > 0
      ? { kind: 'sides', heading: 'Contradictions', sides: contradictions }
      : silent('Contradictions', 'No two of them were found to contradict each other.'),
  );
  const report: Report = {
    kind: 'comparison',
    title: titleOf(reads),
    description: `${reads.length} publications compared`,
    composer: 'extractive',
    parts,
    sources: [],
    notes: notesOf(reads, table),
  };
  return { ...report, sources: cite.sources(claimsOf(report)) };
}

function checkNumber(reads: readonly ReadPublication[]): void {
  const different = new Set(reads.map(({ publication }) => publication.id)).size;
  if (reads.length >= fewestCompared && reads.length <= mostCompared && different === reads.length)
    return;
  throw new ReportRefused(
    'wrong-number',
    `Name ${fewestCompared} to ${mostCompared} different publications to compare, not ${different}.`,
  );
}

interface CellParts extends Omit<AnswerCellParts, 'isHeading'> {
  /** Columns that a section of one of the publications is named after. */
  headings: ReadonlySet<string>;
}

async function fillCells(
  read: ReadPublication,
  columns: readonly string[],
  { headings, ...parts }: CellParts,
): Promise<Claim[][]> {
  const cells: Claim[][] = [];
  for (const column of columns) {
    const standard = standardColumn(column);
    const claims =
      standard === null
        ? await answerCell(read, column, { ...parts, isHeading: headings.has(column) })
        : standardCell(read, standard, parts);
    cells.push(claims);
  }
  return cells;
}

function standardCell(
  read: ReadPublication,
  column: ComparisonColumn,
  { statements, cite }: Pick<AnswerCellParts, 'statements' | 'cite'>,
): Claim[] {
  const chosen = chooseCell(statements, ruleOf[column]).map(({ candidate }) => candidate);
  const posed = column === 'question' && chosen.length === 0 ? posedQuestions(read) : [];
  return [...chosen, ...posed.slice(0, mostPosed)].flatMap(
    (candidate) => cite.claim(candidate, rangesOf(candidate)) ?? [],
  );
}

/** `This paper` points to the paper, and not to the sentence before. */
function rangesOf(candidate: Candidate): Candidate['ranges'] {
  return namesItself.test(candidate.text) ? candidate.ranges : withAntecedent(candidate);
}

/** The statements of a publication that tell most, in reading order. */
function mostTelling(statements: readonly StatementInPlace[]): Candidate[] {
  const least = statements.map(({ score }) => score).sort((left, right) => right - left)[
    statementsCompared - 1
  ];
  return statements
    .filter(({ score }) => least === undefined || score >= least)
    .slice(0, statementsCompared)
    .map(({ candidate }) => candidate);
}

/** As it heads the table. */
function columnName(column: string): string {
  const plain = column.trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function silent(heading: string, sentence: string): ReportPart {
  return { kind: 'silence', heading, sentences: [sentence] };
}

function titleOf(reads: readonly ReadPublication[]): string {
  const names = shortTitles(reads.map(({ publication }) => publication));
  const shown = names.length <= mostInTitle ? names : names.slice(0, mostInTitle - 1);
  const more = names.length - shown.length;
  const others = more > 0 ? [`${more} more`] : [];
  return new Intl.ListFormat('en-GB').format([...shown.map((name) => `“${name}”`), ...others]);
}

function notesOf(reads: readonly ReadPublication[], { columns, rows }: TablePart): string[] {
  const hasGaps = rows.some(({ cells }) => cells.some((claims) => claims.length === 0));
  const notes = hasGaps
    ? ['“Not reported” means that nothing could be quoted with enough certainty.']
    : [];
  if (columns.some((column) => standardColumn(column) === 'year')) {
    notes.push('Dates next to the sources are those of the library’s record, not of the text.');
  }
  const foreign = reads.filter(({ publication }) => !/^en\b/i.test(publication.language));
  if (foreign.length > 0) {
    const titles = foreign.map(({ publication }) => publication.title).join('; ');
    notes.push(`What is compared is found in English texts only. Not in English: ${titles}.`);
  }
  return notes;
}
