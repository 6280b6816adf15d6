import type { ModelRun, Prices } from '../answering/index.ts';
import {
  claimsOf,
  type ReadPublication,
  reportOfSummary,
  type Summary,
} from '../summaries/index.ts';
import { contentOfDocument } from './content-of-document.ts';
import type { Instruments } from './evaluation-library.ts';
import { recheckClaim } from './recheck-claim.ts';
import { percentile } from './scorers/percentile.ts';
import { readingEase } from './scorers/reading-ease.ts';
import { redundancyOf } from './scorers/redundancy.ts';
import { rouge } from './scorers/rouge.ts';
import { rougeWords } from './scorers/rouge-words.ts';
import { type SummariesReport, summariesReport } from './summaries-report.ts';
import type { SummarisedDocument } from './summaries-set.ts';
import type { SummaryOutcome } from './summary-outcome.ts';

/** What is measured, as people get it. */
export interface MeasuredSummaries {
  /** @param words most words of all statements; null for one sentence. */
  summarise(
    read: ReadPublication,
    words: number | null,
  ): Promise<{ summary: Summary | null; modelRun: ModelRun | null }>;
  /** Of models. */
  readonly prices: Prices;
}

export interface SummariesEvaluation {
  report: SummariesReport;
  outcomes: SummaryOutcome[];
}

/** Fewer words than this are one sentence. */
const leastWordsOfSeveral = 35;

/**
 * Summarises every document and measures the summaries against those that people wrote.
 *
 * @param words most words of each summary; the median length of the references when left out. Fewer
 *   than 35 are one sentence, however long.
 */
export async function evaluateSummaries(
  documents: readonly SummarisedDocument[],
  summaries: MeasuredSummaries,
  instruments: Instruments,
  words = lengthOfReferences(documents),
): Promise<SummariesEvaluation> {
  const wanted = words < leastWordsOfSeveral ? null : words;
  const outcomes: SummaryOutcome[] = [];
  for (const document of documents) {
    outcomes.push(await measure(document, summaries, instruments, wanted));
    instruments.progress('Summarising', outcomes.length, documents.length);
  }
  return { report: summariesReport(outcomes, wanted, summaries.prices), outcomes };
}

/** Median, in words. */
function lengthOfReferences(documents: readonly SummarisedDocument[]): number {
  return (
    percentile(
      documents.flatMap(({ references }) => references.map(countWords)),
      0.5,
    ) ?? 0
  );
}

async function measure(
  document: SummarisedDocument,
  { summarise }: MeasuredSummaries,
  instruments: Instruments,
  words: number | null,
): Promise<SummaryOutcome> {
  const before = instruments.milliseconds();
  const read = readDocument(document);
  const { summary, modelRun } = await summarise(read, words);
  const seconds = (instruments.milliseconds() - before) / 1000;
  const claims = summary === null ? [] : claimsOf(reportOfSummary(summary));
  const statements = claims.map((claim) => claim.text);
  const text = statements.join(' ');
  const isVerbatim = summary?.composer === 'extractive';
  return {
    document,
    summary,
    claims,
    unfounded: claims.filter((claim) => !recheckClaim(claim, read.text, isVerbatim)),
    rouge: rouge(rougeWords(text), document.references.map(rougeWords)),
    words: countWords(text),
    share: countWords(text) / countWords(document.document),
    redundancy: redundancyOf(statements),
    readingEase: readingEase(text),
    seconds,
    modelRun,
  };
}

/** As the library would read a plain text file of it; passages are counted from 1. */
function readDocument({ id, title, document }: SummarisedDocument): ReadPublication {
  const { publication, text, passages } = contentOfDocument(
    { source: id, title, text: document },
    0,
  );
  return {
    publication,
    text,
    passages: passages.map((passage, index) => ({
      ...passage,
      id: index + 1,
      publicationId: publication.id,
    })),
  };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
