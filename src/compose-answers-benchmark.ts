import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AskProgress, Exchange } from './answering/index.ts';
import { type AnswerStopwatch, createAnswerStopwatch } from './bench/answer-stopwatch.ts';
import type { AnswersFinding } from './bench/answers-finding.ts';
import { libraryOf } from './bench/bench-library.ts';
import { createHonestChatModel } from './bench/honest-chat-model.ts';
import { type MeasuredAnswer, measureAnswers } from './bench/measure-answers.ts';
import { queriesFile } from './bench/measure-subject.ts';
import { systemClock } from './clock.ts';
import { openLibrary } from './compose.ts';
import type { Config } from './config.ts';
import { type Log, silentLog } from './observability/log.ts';
import { audienceRanks } from './people/index.ts';
import { type ChatModel, createMarker } from './prompting/index.ts';
import type { Retriever } from './retrieval/index.ts';
import { renderExchange } from './slack/asking/render-exchange.ts';

const queriesSchema = z.array(z.object({ text: z.string() }));

/** Makes the model that is asked; tells the stopwatch of its time. */
type CreateModel = (stopwatch: AnswerStopwatch) => ChatModel;

/**
 * Measures answers on the library of a benchmark's folder, with everything between question and
 * messages as people get it; of the model, without latency, only what is done with its words counts.
 */
export async function measureAnswersIn(
  config: Config,
  directory: string,
  createModel: CreateModel = createHonestChatModel,
): Promise<AnswersFinding> {
  const queries = queriesSchema.parse(
    JSON.parse(await readFile(join(directory, queriesFile), 'utf8')),
  );
  const stopwatch = createAnswerStopwatch();
  const folder = libraryOf(directory);
  const library = await openLibrary(
    {
      ...config,
      chat: null,
      embedder: { kind: 'local' },
      dataDirectory: folder,
      databaseLocation: join(folder, 'library.sqlite'),
      library: { ...config.library, directories: [] },
    },
    {
      clock: systemClock,
      log: watchedLog(stopwatch),
      chatModel: createModel(stopwatch),
      newMarker: () => {
        stopwatch.enter('prompting');
        return createMarker();
      },
    },
  );
  try {
    await library.engine.refresh();
    const ask = library.askThrough(watchedRetriever(library.engine.retriever, stopwatch));
    const onProgress = ({ kind }: AskProgress): void => {
      if (kind === 'reading' || kind === 'comparing') stopwatch.enter('reading');
    };
    let asked = 0;
    const answer = async (question: string): Promise<MeasuredAnswer> => {
      asked += 1;
      stopwatch.enter('preparing');
      const conversation = `C1:${asked}`;
      const exchange = await ask({ question, conversation, audiences: audienceRanks, onProgress });
      stopwatch.enter('rendering');
      await renderExchange({ library: library.view, helpChannel: null }, exchange, []);
      return countsOf(exchange);
    };
    return await measureAnswers(
      queries.map(({ text }) => text),
      answer,
      stopwatch,
    );
  } finally {
    await library.close();
  }
}

function watchedRetriever(retriever: Retriever, stopwatch: AnswerStopwatch): Retriever {
  return {
    retrieve: async (request) => {
      stopwatch.enter('retrieving');
      const result = await retriever.retrieve(request);
      stopwatch.enter('loading texts');
      return result;
    },
  };
}

/** Says nothing; when the model is done with, the rest is storing. */
function watchedLog(stopwatch: AnswerStopwatch): Log {
  const info: Log['info'] = (...parts: unknown[]) => {
    if (parts[1] === 'model-answered') stopwatch.enter('storing');
  };
  return { ...silentLog, info };
}

function countsOf({ answer, modelRun }: Exchange): MeasuredAnswer {
  const dropped = Object.values(modelRun?.dropped ?? {}).reduce((sum, count) => sum + count, 0);
  return {
    kind: answer.kind === 'answer' ? answer.composer : 'abstention',
    claims: answer.kind === 'answer' ? answer.claims.length : 0,
    repaired: modelRun?.repaired ?? 0,
    dropped,
  };
}
