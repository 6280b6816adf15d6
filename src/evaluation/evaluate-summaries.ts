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

/** A reference shorter than this is one sentence. */
const leastWordsOfSeveral = 35;

/** Median length of the references in words; null, one sentence, where that is under 35. */
export function lengthOfReferences(documents: readonly SummarisedDocument[]): number | null {
  const lengths = documents
    .flatMap(({ references }) => references.map(countWords))
    .sort((left, right) => left - right);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return median < leastWordsOfSeveral ? null : median;
}

/**
 * Summarises every document and measures the summaries against those that people wrote.
 *
 * @param words of each summary; null for one sentence, `lengthOfReferences` when left out.
 */
export async function evaluateSummaries(
  documents: readonly SummarisedDocument[],
  summaries: MeasuredSummaries,
  instruments: Instruments,
  words: number | null = lengthOfReferences(documents),
): Promise<SummariesEvaluation> {
  const outcomes: SummaryOutcome[] = [];
  for (const document of documents) {
    outcomes.push(await measure(document, summaries, instruments, words));
    instruments.progress('Summarising', outcomes.length, documents.length);
  }
  return { report: summariesReport(outcomes, words, summaries.prices), outcomes };
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
