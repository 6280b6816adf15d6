import { randomUUID } from 'node:crypto';
import type { AskProgress, AskQuestion, ExplainQuestion } from '../answering/index.ts';
import type { Config } from '../config.ts';
import { operatorEventText } from '../observability/describe-operator-event.ts';
import type { OperatorEvent } from '../observability/operator-event.ts';
import { type AudienceOptions, addAudienceOptions, readAudiences } from './audience-options.ts';
import { type CommandContext, CommandFailure, type RegisterCommand } from './command.ts';
import { describeExchange } from './describe-exchange.ts';
import { describeExplanation } from './describe-explanation.ts';
import { describeModelRun } from './describe-model-run.ts';
import { describeProgress } from './describe-progress.ts';

/** A library that answers, its indexes in step with the database. */
export interface AskSession {
  ask: AskQuestion;
  explain: ExplainQuestion;
  close(): Promise<void>;
}

export interface AskParts {
  /** Opens the configured library; what it throws is for people. */
  open(config: Config, onOperatorEvent: (event: OperatorEvent) => void): Promise<AskSession>;
  /** Columns of the terminal. */
  width(): number;
}

interface Options extends AudienceOptions {
  conversation?: string;
  explain?: true;
  json?: true;
}

/** Adds `ask`. */
export function registerAsk(parts: AskParts): RegisterCommand {
  return (context) => {
    const command = context.program
      .command('ask')
      .description('answer a question from the library, every statement quoted and checked')
      .argument('<question...>', 'the question, in quotation marks or as it is');
    addAudienceOptions(command)
      .option('--conversation <name>', 'continue a conversation, so that follow-ups are understood')
      .option(
        '--explain',
        'also show what it took and cost, and what was retrieved and how it was weighed',
      )
      .option('--json', 'print one JSON document')
      .addHelpText(
        'after',
        '\nExit status: 0 when the question was answered or the library does not say, 1 when something\nfailed, 2 when called wrongly.',
      )
      .action((words: string[], options: Options) => run(context, parts, words.join(' '), options));
  };
}

async function run(
  context: CommandContext,
  parts: AskParts,
  question: string,
  options: Options,
): Promise<void> {
  if (question.trim() === '') throw new CommandFailure('Give a question to answer.', 2);
  const audiences = readAudiences(options);
  const conversation = `terminal:${options.conversation ?? randomUUID()}`;
  const session = await parts.open(context.config(), (event) =>
    context.note(operatorEventText(event)),
  );
  try {
    const onProgress = (progress: AskProgress): void => {
      const text = describeProgress(progress);
      if (text !== null) context.note(text);
    };
    const exchange = await session.ask({ question, conversation, audiences, onProgress });
    const explanation = options.explain
      ? await session.explain({ standaloneQuestion: exchange.standaloneQuestion, audiences })
      : null;
    if (options.json) {
      context.printJson(explanation === null ? exchange : { ...exchange, explanation });
      return;
    }
    const width = Math.min(Math.max(parts.width(), 40), 96);
    context.print(describeExchange(exchange, width));
    if (explanation === null) return;
    context.print(`\n${describeModelRun(exchange)}\n${describeExplanation(explanation, width)}`);
  } finally {
    await session.close();
  }
}
