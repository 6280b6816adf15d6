import {
  createSupportJudge,
  type JudgeSupport,
  type ModelCalls,
  type ModelRunFailure,
} from '../../answering/index.ts';
import { ChatModelError } from '../../prompting/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { claimsWanted, describeSectionTask, readerWords } from './describe-task.ts';
import type { Section } from './divide-into-sections.ts';
import { labelPassagesOf } from './label-section.ts';
import type { ModelSummaryTask } from './model-summary-options.ts';
import { readSection, type SectionRead } from './read-section.ts';
import type { SummaryClaim } from './summary-claim.ts';

export interface SectionsRead {
  /** In reading order. */
  claims: SummaryClaim[];
  /** Those of which the model did not say all that it would have. */
  unread: Section[];
}

/** Sections of one summary under way at once; the gate may let in fewer. */
const mostAtOnce = 3;
/** Second attempts of a whole summary, but that each section has one. */
const mostRepairs = 24;
/** Share of the sections that a model may fail to read; with more it is no summary of the whole. */
const mostUnread = 0.2;
/** So many failures without a section that was read, and the others are not tried. */
const mostInVain = 2;

/**
 * Has a model read a publication section by section, a few at a time. Null when it failed, which
 * `calls.run.failure` says; sections under way are then stopped.
 *
 * Rejects only with the reason of the signal of who asked.
 */
export async function readSections(
  calls: ModelCalls,
  read: ReadPublication,
  sections: readonly Section[],
  options: ModelSummaryTask,
): Promise<SectionsRead | null> {
  const stop = new AbortController();
  const signal =
    options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  // Of several sections only what is going to be shown is judged, in the end.
  const judge = sections.length === 1 ? createSupportJudge(calls) : () => null;
  const readOne = createReadOne(calls, read, sections.length, { ...options, signal }, judge);
  const done: (SectionRead | undefined)[] = sections.map(() => undefined);
  let next = 0;
  let failure: ModelRunFailure | null = null;
  let broken: { error: unknown } | null = null;

  function giveUpIfNeeded(last: SectionRead): void {
    const failed = done.filter((each) => each !== undefined && each.failure !== null).length;
    const isInVain = failed >= mostInVain && done.every((each) => each?.failure !== null);
    if (failed <= sections.length * mostUnread && !isInVain) return;
    failure ??= last.failure;
    stop.abort();
  }

  async function work(): Promise<void> {
    try {
      while (next < sections.length && !signal.aborted) {
        const at = next;
        next += 1;
        const section = sections[at];
        if (section === undefined) return;
        const first = await readOne(section, at + 1);
        // A connection that was lost says nothing of the section, nor of the service yet.
        const last = first.failure === 'cut-off' ? await readOne(section, at + 1) : first;
        done[at] = last;
        if (last.failure !== null) giveUpIfNeeded(last);
      }
    } catch (error) {
      // What is stopped because another has failed says nothing of its own.
      if (signal.aborted) return;
      if (error instanceof ChatModelError) failure ??= error.failure;
      else broken ??= { error };
      stop.abort();
    }
  }

  await Promise.all(Array.from({ length: Math.min(mostAtOnce, sections.length) }, work));
  options.signal?.throwIfAborted();
  return outcome(calls, sections, done, { failure, broken });
}

function outcome(
  { run }: ModelCalls,
  sections: readonly Section[],
  done: readonly (SectionRead | undefined)[],
  { failure, broken }: { failure: ModelRunFailure | null; broken: { error: unknown } | null },
): SectionsRead | null {
  if (broken !== null) throw broken.error;
  if (failure !== null) {
    run.failure = failure;
    return null;
  }
  return {
    claims: done.flatMap((each) => each?.claims ?? []),
    unread: sections.filter((_, at) => done[at]?.failure !== null),
  };
}

function createReadOne(
  calls: ModelCalls,
  { publication, text }: ReadPublication,
  of: number,
  { words, reader, onProgress, signal }: ModelSummaryTask & { signal: AbortSignal },
  judge: JudgeSupport,
): (section: Section, number: number) => Promise<SectionRead> {
  const texts = new Map([[publication.id, text]]);
  // Shared out before, so that who comes first makes no difference.
  const repairs = Math.max(1, Math.floor(mostRepairs / of));
  let told = 0;
  return async ({ heading, passages }, number) => {
    const leave = await calls.gate.enter(signal);
    if (number > told) onProgress?.({ kind: 'section', number, of, heading });
    told = Math.max(told, number);
    return readSection(calls, {
      section: number,
      title: publication.title,
      passages: labelPassagesOf(publication, passages),
      texts,
      task: describeSectionTask(words, { number, of }),
      reader: readerWords[reader],
      mostClaims: claimsWanted(words, of === 1),
      judge,
      repairs,
      signal,
    }).finally(leave);
  };
}
