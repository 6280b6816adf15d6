import { join } from 'node:path';
import { beginRun } from '../../../src/answering/index.ts';
import type { CallGate } from '../../../src/answering/model/call-gate.ts';
import { createModelCalls } from '../../../src/answering/model/model-calls.ts';
import {
  assembleText,
  type Block,
  type Publication,
  splitIntoPassages,
} from '../../../src/library/index.ts';
import {
  type ChatChunk,
  type ChatModel,
  type ChatRequest,
  createMarker,
  readPrompts,
} from '../../../src/prompting/index.ts';
import {
  type ModelSummaryOptions,
  type ReadPublication,
  type ReportProgress,
  type Summary,
  summariseWithModel,
} from '../../../src/summaries/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import type { ScriptedReply } from '../../fakes/scripted-chat-model.ts';

const prompts = await readPrompts(join(import.meta.dirname, '../../../prompts'));

/** A chapter of a publication: its heading, and paragraphs each on a page of its own. */
export interface Chapter {
  heading: string;
  paragraphs: readonly string[];
}

/** A publication as it is read from a file, its chapters on pages from 1. */
export function publicationOf(
  chapters: readonly Chapter[],
  publication: Partial<Publication> = {},
): ReadPublication {
  let page = 0;
  const blocks = chapters.flatMap(({ heading, paragraphs }): Block[] => [
    { kind: 'heading', text: heading, level: 2, pages: [{ page: page + 1, offset: 0 }] },
    ...paragraphs.map((text): Block => {
      page += 1;
      return { kind: 'paragraph', text, pages: [{ page, offset: 0 }] };
    }),
  ]);
  const assembled = assembleText(blocks);
  const { text, pageStarts, headings } = assembled;
  const about = samplePublication({ id: 'report', title: 'The Valley report', ...publication });
  return {
    publication: about,
    text: { text, pageStarts, headings },
    passages: splitIntoPassages(assembled).map((passage, index) => ({
      ...passage,
      id: index + 1,
      publicationId: about.id,
    })),
  };
}

/** A paragraph of so many estimated tokens that says nothing to quote. */
export function filler(tokens: number, name: string): string {
  const sentence = `The committee of ${name} met again and heard about matters that were noted there. `;
  return sentence.repeat(Math.ceil((tokens * 4) / sentence.length)).trim();
}

/** A chapter long enough to be a section of its own. */
export const longChapter = (heading: string, ...facts: readonly string[]): Chapter => ({
  heading,
  paragraphs: [...facts, filler(4_000, heading)],
});

export interface Outcome {
  summary: Summary | null;
  run: ReturnType<typeof beginRun>;
  progress: ReportProgress[];
}

interface SettingOptions {
  timeoutMs?: number;
  secondOpinion?: boolean;
  gate?: CallGate;
}

export async function summarise(
  model: ChatModel,
  read: ReadPublication,
  options: Partial<ModelSummaryOptions> & SettingOptions = {},
): Promise<Outcome> {
  const { timeoutMs = 60_000, secondOpinion = false, gate, ...wanted } = options;
  const run = beginRun(model.name);
  const newMarker = (): string => createMarker();
  const { signal } = wanted;
  const calls = createModelCalls({
    model,
    prompts,
    run,
    newMarker,
    timeoutMs,
    secondOpinion,
    signal,
    gate,
  });
  const progress: ReportProgress[] = [];
  try {
    const summary = await summariseWithModel(calls, read, {
      length: 'brief',
      reader: 'member',
      ...wanted,
      onProgress: (step) => {
        progress.push(step);
        wanted.onProgress?.(step);
      },
    });
    return { summary, run, progress };
  } finally {
    calls.close();
  }
}

/** A model that replies to what each prompt is and holds; remembers what it was asked. */
export function modelThat(
  reply: (asked: { name: string; content: string }) => ScriptedReply,
): ChatModel & { asked: { name: string; content: string }[] } {
  const asked: { name: string; content: string }[] = [];
  return {
    name: 'scripted',
    asked,
    async *stream({ messages, output, signal }: ChatRequest): AsyncGenerator<ChatChunk> {
      const one = { name: output.name, content: messages.map(({ content }) => content).join('\n') };
      asked.push(one);
      const { pieces, end = 'complete' } = reply(one);
      for (const text of pieces) {
        signal?.throwIfAborted();
        yield { kind: 'text', text };
      }
      if (end instanceof Error) throw end;
      const usage = { input: 100, cachedInput: 0, output: 20 };
      yield { kind: 'end', reason: end, usage };
    },
  };
}

/** A claim of a section in the form asked for. */
export interface Said {
  text: string;
  item?: string;
  importance?: number;
  quotes: readonly { passage: string; quote: string }[];
}

export const saying = (claims: readonly object[]): ScriptedReply => ({
  pieces: JSON.stringify({ claims }).match(/.{1,50}/gsu) ?? [],
});

/** A claim that repeats a sentence, from whatever passage it is in. */
export const repeating = (sentence: string, more: Partial<Said> = {}): Said => ({
  text: sentence,
  item: 'findings',
  importance: 2,
  quotes: [{ passage: 'P1', quote: sentence }],
  ...more,
});

export const textsOf = (summary: Summary | null): string[] =>
  (summary?.parts ?? []).flatMap(({ claims }) => claims.map(({ text }) => text));
