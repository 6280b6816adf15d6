import type { ModelRun, OpenModelSession } from '../../answering/index.ts';
import type { SummariseAside } from '../extract/summarise-aside.ts';
import { estimateSummaryTokens } from '../model/estimate-summary-tokens.ts';
import { summariseWithModel } from '../model/summarise-with-model.ts';
import type { ReadPublication } from '../read-publication.ts';
import type { Report } from '../report.ts';
import { ReportRefused } from '../report-refused.ts';
import type { SummariseRequest } from '../summaries.ts';
import type { Summary } from '../summary.ts';
import { reportOfSummary } from '../summary-report.ts';
import { modelNoteOf } from './model-note.ts';
import { standingNotes } from './standing-notes.ts';
import type { WritingParts } from './write-once.ts';

export type WriteSummaryOptions = WritingParts &
  Pick<SummariseRequest, 'length' | 'reader' | 'asker' | 'channel'>;

export interface SummaryWriters {
  /** Null when no model is configured. */
  openModelSession: OpenModelSession | null;
  summariseAside: SummariseAside;
}

/** A report that was just written. */
export interface Composed {
  report: Report;
  /** Null when no model was asked. */
  modelRun: ModelRun | null;
  /** Whether a model was wanted and did not do all of its part. */
  isStandIn: boolean;
}

/**
 * Summarises with the model, where there is one and its budget allows, else, or when nothing that it
 * says holds, of the publication's own sentences; what went wrong is said in the notes.
 *
 * @throws {ReportRefused} `nothing-to-summarise`.
 */
export async function writeSummary(
  { openModelSession, summariseAside }: SummaryWriters,
  read: ReadPublication,
  options: WriteSummaryOptions,
): Promise<Composed> {
  const composed = await askModel(openModelSession, read, { ...options, summariseAside });
  const modelRun = composed?.run ?? null;
  options.signal.throwIfAborted();
  const summary = composed?.summary ?? (await summariseAside(read, options));
  options.signal.throwIfAborted();
  if (summary === null) {
    throw new ReportRefused(
      'nothing-to-summarise',
      `“${read.publication.title}” holds no whole sentences that could be quoted, as where there are only headings, names or figures, or a scan was read badly. Open the original instead.`,
    );
  }
  const report = reportOfSummary(summary);
  const isComposed = summary.composer === 'model';
  const note = modelNoteOf(modelRun, isComposed);
  const notes = [
    ...standingNotes([read.publication]),
    ...(note === null ? [] : [note]),
    ...report.notes,
  ];
  return {
    report: { ...report, notes },
    modelRun,
    isStandIn: modelRun !== null && (!isComposed || modelRun.failure !== null),
  };
}

async function askModel(
  openModelSession: OpenModelSession | null,
  read: ReadPublication,
  options: WriteSummaryOptions & Pick<SummaryWriters, 'summariseAside'>,
): Promise<{ summary: Summary | null; run: ModelRun } | null> {
  if (openModelSession === null) return null;
  const { asker, channel, signal } = options;
  const foreseen = estimateSummaryTokens(read);
  const session = await openModelSession({ asker: asker ?? undefined, channel, foreseen, signal });
  const { run, calls } = session;
  try {
    if (calls === null) return { summary: null, run };
    return { summary: await summariseWithModel(calls, read, options), run };
  } finally {
    await session.finish();
  }
}
