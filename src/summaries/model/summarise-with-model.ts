import type { Claim, ModelCalls } from '../../answering/index.ts';
import { summariseExtractively } from '../extract/summarise-extractively.ts';
import type { ReadPublication } from '../read-publication.ts';
import { type Summary, type SummaryItem, summaryItems, wordsOf } from '../summary.ts';
import { chooseJudged } from './choose-judged.ts';
import { divideIntoSections, type Section } from './divide-into-sections.ts';
import { estimateOf } from './estimate-summary-tokens.ts';
import { fitClaims } from './fit-claims.ts';
import { mergeClaims } from './merge-claims.ts';
import type { ModelSummaryOptions, ModelSummaryTask } from './model-summary-options.ts';
import { readSections } from './read-sections.ts';
import type { SummaryClaim } from './summary-claim.ts';

/**
 * Summarises a publication with a model of which nothing is believed. It reads the publication section
 * by section; each claim it makes is verified as it arrives. Of several sections it then puts
 * together what they say, which is verified again.
 *
 * Rejects only with the reason of the signal of who asked.
 *
 * @returns null when the model fails, which `calls.run.failure` says, or nothing that it says holds.
 */
export async function summariseWithModel(
  calls: ModelCalls,
  read: ReadPublication,
  options: ModelSummaryOptions,
): Promise<Summary | null> {
  const { length, reader, words = wordsOf[length], onProgress, signal } = options;
  const task = { ...options, words };
  signal?.throwIfAborted();
  const { sections, leftOut } = divideIntoSections(read);
  if (sections.length === 0) return null;
  if (sections.length > 1) {
    const { calls: foreseen, input, output } = estimateOf(sections);
    onProgress?.({ kind: 'foreseen', calls: foreseen, tokens: input + output });
  }
  const said = await readSections(calls, read, sections, task);
  if (said === null || said.claims.length === 0) return null;
  const chosen =
    sections.length === 1
      ? fitClaims([], said.claims, { words, reader })
      : await putTogether(calls, read, said.claims, task);
  signal?.throwIfAborted();
  if (chosen.length === 0) return null;
  return {
    publication: read.publication,
    length,
    reader,
    composer: 'model',
    parts: partsOf(chosen),
    notReported: await notReported(read, task, said.claims),
    notes: [...notesOnLength(sections, leftOut), ...notesOnUnread(sections, said.unread)],
  };
}

/** Has the model put together what several sections say, and chooses what is shown of it. */
async function putTogether(
  calls: ModelCalls,
  read: ReadPublication,
  claims: readonly SummaryClaim[],
  task: ModelSummaryTask,
): Promise<SummaryClaim[]> {
  const { signal = new AbortController().signal, onProgress } = task;
  const leave = await calls.gate.enter(signal);
  onProgress?.({ kind: 'merging', claims: claims.length });
  const merged = await mergeClaims(calls, read, claims, task).finally(leave);
  signal.throwIfAborted();
  return chooseJudged(calls, merged, claims, task);
}

function partsOf(chosen: readonly SummaryClaim[]): Summary['parts'] {
  return summaryItems.flatMap((item) => {
    const claims = chosen.filter((claim) => claim.item === item).map(citing);
    return claims.length === 0 ? [] : [{ item, claims }];
  });
}

/** One publication, so all claims cite the first source. */
function citing({ text, quotes }: SummaryClaim): Claim {
  return { text, quotes, citations: [1] };
}

/** That a model says nothing of an item does not show that the publication does not, either. */
async function notReported(
  read: ReadPublication,
  { length, reader, words, signal, summariseAside }: ModelSummaryTask,
  claims: readonly SummaryClaim[],
): Promise<SummaryItem[]> {
  const summarise = summariseAside ?? summariseExtractively;
  const search = async (): Promise<Summary | null> =>
    summarise(read, { length, reader, words, signal });
  // A thread that ran out of memory is no reason to lose what the model was paid for.
  const summary = await search().catch(() => {
    signal?.throwIfAborted();
    return null;
  });
  const missing = summary?.notReported ?? [];
  return missing.filter((item) => !claims.some((claim) => claim.item === item));
}

function notesOnLength(sections: readonly Section[], leftOut: number): string[] {
  if (leftOut === 0) return [];
  const read = sections.reduce((sum, { passages }) => sum + passages.length, 0);
  return [
    `The publication is too long for the language model to read all of it: it read ${read} of ${read + leftOut} passages, from beginning to end.`,
  ];
}

function notesOnUnread(sections: readonly Section[], unread: readonly Section[]): string[] {
  if (unread.length === 0) return [];
  const named = [...new Set(unread.flatMap(({ heading }) => heading ?? []))];
  const which = named.length === 0 ? '' : ` (${named.map((each) => `“${each}”`).join(', ')})`;
  return [
    `The language model did not read ${unread.length} of ${sections.length} sections to the end${which}: what they say may be missing.`,
  ];
}
