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

/**
 * Measures answers in the folder given, with the model given: `honest` or `leaking`; a process of
 * its own, because tests keep what is logged and stored.
 */
const [directory = '', model] = process.argv.slice(2);
const config = readConfig({ DATA_DIR: directory }, directory);
const create = model === 'leaking' ? createLeakingModel : createHonestChatModel;
process.stdout.write(JSON.stringify(await measureAnswersIn(config, directory, create)));
