import { createModelSessions, createPrices, type OpenModelSession } from './answering/index.ts';
import { requireChatModel } from './compose-chat-model.ts';
import type { MeasuredComposer } from './compose-evaluation.ts';
import { measuredTimeoutMs, promptDirectory } from './compose-model-sessions.ts';
import { nameQuestion } from './compose-recording.ts';
import type { Config } from './config.ts';
import type { MeasuredSummaries } from './evaluation/index.ts';
import { silentLog } from './observability/log.ts';
import { createMarker, readPrompts } from './prompting/index.ts';
import {
  type SummaryLength,
  summariseExtractively,
  summariseWithModel,
} from './summaries/index.ts';

/** Most words at which a model is asked for a brief summary rather than a full one. */
const mostWordsOfBrief = 250;

/**
 * What writes summaries for people, as configured but for who composes, and for members. Where nothing
 * that a model says holds, the library's own sentences are measured, as people get them.
 *
 * @throws {ConcordError} `no-chat-model` when a model is to compose and none is configured.
 */
export async function composeMeasuredSummaries(
  config: Config,
  composer: MeasuredComposer,
): Promise<MeasuredSummaries> {
  const open = composer.composer === 'model' ? await openSessions(config, composer) : null;
  const reader = 'member';
  return {
    prices: createPrices(config.budget.price),
    summarise: async (read, words) => {
      const length = lengthFor(words);
      const session = await open?.({});
      const calls = session?.calls ?? null;
      const extract = () => summariseExtractively(read, { length, reader, words });
      if (session === undefined || calls === null) return { summary: extract(), modelRun: null };
      try {
        const summary = await summariseWithModel(calls, read, { length, reader, words });
        return { summary: summary ?? extract(), modelRun: session.run };
      } catch (error) {
        throw nameQuestion(error, read.publication.title);
      } finally {
        await session.finish();
      }
    },
  };
}

async function openSessions(
  config: Config,
  { chatModel }: MeasuredComposer,
): Promise<OpenModelSession> {
  return createModelSessions({
    model: chatModel ?? requireChatModel(config),
    prompts: await readPrompts(promptDirectory),
    // A measurement is not limited by budgets.
    budget: null,
    timeoutMs: config.chat?.summaryTimeoutMs ?? measuredTimeoutMs,
    secondOpinion: config.chat?.secondOpinion ?? false,
    log: silentLog,
    newMarker: () => createMarker(),
  });
}

function lengthFor(words: number | null): SummaryLength {
  if (words === null) return 'sentence';
  return words <= mostWordsOfBrief ? 'brief' : 'full';
}
