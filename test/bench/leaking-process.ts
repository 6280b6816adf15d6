import type { AnswerStopwatch } from '../../src/bench/answer-stopwatch.ts';
import { createHonestChatModel } from '../../src/bench/honest-chat-model.ts';
import { measureAnswersIn } from '../../src/compose-answers-benchmark.ts';
import { readConfig } from '../../src/config.ts';
import type { ChatModel } from '../../src/prompting/index.ts';

/** What it was asked, which it never lets go. */
const kept: string[] = [];

function createLeakingModel(stopwatch: AnswerStopwatch): ChatModel {
  const model = createHonestChatModel(stopwatch);
  return {
    name: model.name,
    stream: (request) => {
      kept.push(
        request.messages
          .map(({ content }) => `${content}!`)
          .join('\n')
          .normalize(),
      );
      return model.stream(request);
    },
  };
}

/** Measures answers as the command does, in a process that keeps a little of every one. */
const { directory } = JSON.parse(process.argv[2] ?? '{}') as { directory: string };
const config = readConfig({ DATA_DIR: directory }, directory);
process.stdout.write(JSON.stringify(await measureAnswersIn(config, directory, createLeakingModel)));
