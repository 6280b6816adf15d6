import type { LocalSlack } from '../driver/local-slack.ts';
import type { Message } from '../state/messages.ts';
import type { CrowdNames } from './busy-workspace.ts';
import { type AnswerWatch, watchAnswers } from './watch-answers.ts';

/**
 * Asks many questions at once: three in five in direct messages, the others in channels, every
 * second one further in the thread of the one before it. All are sent when it resolves; the answers
 * are watched from the first one on.
 *
 * @param textOf the text of the n-th question, from 0.
 */
export async function askMany(
  slack: LocalSlack,
  crowd: CrowdNames,
  number: number,
  textOf: (index: number) => string,
): Promise<AnswerWatch> {
  const watch = watchAnswers(slack);
  const roots = new Map<string, Message>();
  for (let index = 0; index < number; index += 1) {
    const askedAt = performance.now();
    const isDirect = index % 5 < 3;
    const place = isDirect ? `person ${index % crowd.people.length}` : placeOf(crowd, index);
    const root = roots.get(place);
    const options = root === undefined ? {} : { threadTs: root.ts };
    const text = textOf(index);
    let message: Message;
    if (isDirect) {
      const person = slack.actAs(pick(crowd.people, index));
      message = await person.directMessage(text, options);
    } else {
      const channel = pick(crowd.channels, index);
      const person = slack.actAs(memberOf(slack, channel));
      message =
        root === undefined
          ? await person.mention(channel, text)
          : await person.post(channel, text, options);
    }
    watch.add(message, askedAt);
    if (root === undefined) roots.set(place, message);
    else roots.delete(place);
  }
  return watch;
}

const placeOf = ({ channels }: CrowdNames, index: number): string => pick(channels, index);

function pick(names: readonly string[], index: number): string {
  return names[index % names.length] ?? '';
}

function memberOf({ workspace }: LocalSlack, channel: string): string {
  const room = Object.values(workspace.conversations).find(({ name }) => name === channel);
  return room?.memberIds[0] ?? '';
}
