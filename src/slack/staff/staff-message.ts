import type { MessageContent } from '../../messaging/index.ts';
import { describeOperatorEvent } from '../../observability/describe-operator-event.ts';
import type { RaisedOperatorEvent } from '../../observability/operator-event.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { dateTime, joinMarkup, markup } from '../blocks/markup.ts';
import { context, section } from '../blocks/piece.ts';

/** What staff are told of an operator event, in one message. */
export function staffMessage({ event, raisedAt }: RaisedOperatorEvent): MessageContent {
  const { title, facts, meaning, advice } = describeOperatorEvent(event);
  const sentences = [facts, meaning, advice].filter((each): each is string => each !== null);
  const shown = joinMarkup([markup`*${title}*`, ...sentences.map((each) => markup`${each}`)], '\n');
  const noted = `${new Date(raisedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const [message] = composeMessages([
    section(shown, `${title}. ${sentences.join(' ')}`),
    context(markup`Noted ${dateTime(raisedAt)}`, `Noted ${noted}.`),
  ]);
  if (message === undefined) throw new Error('two pieces make a message');
  return message;
}
