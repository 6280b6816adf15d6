import { type AskQuestion, type Exchange, redactIdentifiers } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { type Audience, audiencesUpTo, type Directory } from '../../people/index.ts';
import { commandHelp } from '../blocks/command-help.ts';
import { askedElsewhere } from '../blocks/question-line.ts';
import { shareFooter, withFooter } from '../blocks/share-footer.ts';
import { withIntroduction } from '../blocks/with-introduction.ts';
import type { AskedCommand } from '../incoming/asked-command.ts';
import { questionText } from '../incoming/question-text.ts';
import type { FindChannelStanding } from '../people/channel-standing.ts';
import type { WriteWanted } from '../reports/write-wanted.ts';
import { exchangeIdOf } from './exchange-id.ts';
import { type RenderOptions, renderExchange } from './render-exchange.ts';
import { shortenQuestion } from './shorten-question.ts';
import type { PrivateAddress, TellPrivately } from './tell-privately.ts';

export interface AnswerCommandOptions extends RenderOptions {
  ask: AskQuestion;
  writeWanted: WriteWanted;
  directory: Directory;
  standingIn: FindChannelStanding;
  tell: TellPrivately;
}

/** Answers a question asked with the command, for the asker alone to see. */
export type AnswerCommand = (command: AskedCommand, signal: AbortSignal) => Promise<void>;

const mostExamples = 3;

export function createAnswerCommand(options: AnswerCommandOptions): AnswerCommand {
  const { ask, directory, library, standingIn, tell } = options;

  async function answer(
    command: AskedCommand,
    text: string,
    audiences: Audience[],
    signal: AbortSignal,
  ): Promise<MessageContent[]> {
    const { text: question, note } = shortenQuestion(text);
    const { subject, user } = privateAddressOf(command);
    const wanted = await options.writeWanted(question, {
      asker: user,
      audiences,
      audience: 'one-person',
      mayBeForOthers: false,
      notes: [],
      signal,
    });
    if (wanted !== null)
      return withIntroduction(askedElsewhere(redactIdentifiers(text).text, null), wanted);
    const [exchange, standing] = await Promise.all([
      ask({
        question,
        conversation: subject,
        audiences,
        exchangeId: exchangeIdOf(subject, '', audiences),
        asker: user,
        signal,
      }),
      standingIn(command.channel),
    ]);
    // Slack shows nobody what stood behind a command.
    const contents = withIntroduction(
      askedElsewhere(exchange.question, null),
      await renderExchange(options, exchange, note === null ? [] : [note]),
    );
    return isAnswered(exchange)
      ? withFooter(contents, shareFooter(exchange.id, standing))
      : contents;
  }

  return async (command, signal) => {
    const { rank, groups } = await directory.rolesOf(command.user);
    const audiences = audiencesUpTo(rank, groups);
    const text = questionText(command.text);
    const contents = /^(?:help)?$/i.test(text)
      ? commandHelp(await library.suggestQuestions(audiences, mostExamples))
      : await answer(command, text, audiences, signal);
    await tell(privateAddressOf(command), contents, signal);
  };
}

/** Where a command is answered, and what the answer is about. */
export function privateAddressOf({
  eventId,
  user,
  channel,
  responseUrl,
}: AskedCommand): PrivateAddress {
  return { subject: eventId, user, channel, responseUrl };
}

const isAnswered = ({ answer }: Exchange): boolean => answer.kind === 'answer';
