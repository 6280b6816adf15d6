import { answerFromPassages, type Claim, type SearchParts } from '../../answering/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import type { CiteStatements } from '../cite-statements.ts';
import type { ReadPublication } from '../read-publication.ts';
import { askedForm } from './asked-form.ts';
import { namesPopulation } from './columns/population.ts';
import type { StatementInPlace } from './statement-in-place.ts';
import { columnTerms, underHeading } from './under-heading.ts';

/** What answers questions of one's own. */
export type ComparisonSearch = Pick<SearchParts, 'retriever' | 'termStatistics'>;

export interface AnswerCellParts {
  search: ComparisonSearch;
  cite: CiteStatements;
  /** Of the publication, in reading order. */
  statements: readonly StatementInPlace[];
  /** Whether one of the publications has a section headed by what the column names. */
  isHeading: boolean;
  signal: AbortSignal | undefined;
}

const analyser = createAnalyser();
const passagesPerCell = 8;
const mostStatements = 2;
/**
 * Least confidence, 0..1. More than for an answer from the whole library, where somebody asks what
 * they expect to find: of several publications most say nothing to a question.
 */
const leastConfidence = 0.6;
/** Where a statement names all that the column names. */
const leastWithAll = 0.5;
/** Where another publication has a section of that name, a word in passing is not what is meant. */
const leastWithoutSection = 0.72;
const begunAsQuestion =
  /^(?:who|what|when|where|which|why|how|is|are|was|were|do|does|did|can|could|may|must|should|will|has|have)\b/iu;

/**
 * What one publication says to a question or phrase of somebody's own: under a heading of that name,
 * else as an answer would; nothing when it does not say so with enough certainty.
 */
export async function answerCell(
  read: ReadPublication,
  column: string,
  parts: AnswerCellParts,
): Promise<Claim[]> {
  const { cite, statements, isHeading, signal } = parts;
  signal?.throwIfAborted();
  const form = askedForm(column);
  const isAsked = (text: string): boolean => form?.(text) ?? true;
  const named = underHeading(statements, column).filter(({ text }) => isAsked(text));
  const answer = await answerFrom(read, asQuestion(column), parts);
  const terms = columnTerms(column);
  const termsOf = ({ text, quotes }: Claim): Set<string> =>
    new Set(
      analyser.terms(form === null ? `${text} ${quotes[0]?.headingPath.at(-1) ?? ''}` : text),
    );
  const fitting = answer.claims.filter((claim) => {
    const held = termsOf(claim);
    return isAsked(claim.text) && (terms.length === 0 || terms.some((term) => held.has(term)));
  });
  const isNamed = ({ quotes }: Claim): boolean =>
    named.some(({ candidate }) => candidate.headings.at(-1) === quotes[0]?.headingPath.at(-1));
  const underName = fitting.filter(isNamed);
  if (underName.length > 0) return renumber(underName, cite);
  if (named.length > 0) return claimsOf(named, cite);
  const namesAll = fitting.some((claim) => {
    const held = termsOf(claim);
    return (
      terms.length > 0 &&
      (terms.length > 1 || form !== null) &&
      terms.every((term) => held.has(term))
    );
  });
  const least = isHeading ? leastWithoutSection : namesAll ? leastWithAll : leastConfidence;
  if (fitting.length > 0 && answer.confidence >= least) return renumber(fitting, cite);
  return form === null ? [] : claimsOf(countedIn(statements, column, isAsked), cite);
}

/** `How many patients` is also answered by whom a study was of. */
function countedIn(
  statements: readonly StatementInPlace[],
  column: string,
  isAsked: (text: string) => boolean,
): StatementInPlace[] {
  if (!/^(?:how many|numbers? of)\b/i.test(column)) return [];
  return statements
    .filter(({ own }) => isAsked(own))
    .map((statement) => ({ statement, score: namesPopulation(statement) }))
    .filter(({ score }) => score >= 1)
    .sort((one, other) => other.score - one.score)
    .map(({ statement }) => statement)
    .slice(0, 1);
}

function claimsOf(statements: readonly StatementInPlace[], cite: CiteStatements): Claim[] {
  return statements
    .slice(0, mostStatements)
    .toSorted((one, other) => one.place - other.place)
    .flatMap(({ candidate }) => cite.claim(candidate) ?? []);
}

function renumber(claims: readonly Claim[], cite: CiteStatements): Claim[] {
  return claims.slice(0, mostStatements).map(cite.renumbered);
}

async function answerFrom(
  { publication, text }: ReadPublication,
  question: string,
  { search: { retriever, termStatistics }, signal }: AnswerCellParts,
): Promise<{ claims: Claim[]; confidence: number }> {
  const found = await retriever.retrieve({
    query: question,
    audiences: [publication.audience],
    within: [publication.id],
    perPublication: passagesPerCell,
    limit: passagesPerCell,
    ...(signal === undefined ? {} : { signal }),
  });
  const { answer, confidence } = answerFromPassages({
    question,
    found,
    statistics: termStatistics(),
    texts: new Map([[publication.id, text]]),
  });
  return { claims: answer.kind === 'answer' ? answer.claims : [], confidence };
}

/** `cost` is asked as `What is the cost?`. */
function asQuestion(column: string): string {
  const plain = column.trim().replace(/[?.\s]+$/u, '');
  return begunAsQuestion.test(plain) ? `${plain}?` : `What is the ${plain}?`;
}
