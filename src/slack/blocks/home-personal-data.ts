import type { PersonalData } from '../../people/index.ts';
import { button } from './button.ts';
import { day, joinMarkup, type Markup, markup } from './markup.ts';

export const deleteActionId = 'delete-my-data';

/**
 * The button that deletes what is stored about a person, once they have confirmed it. It is there
 * for those, too, of whom nothing seems to be stored.
 */
export function deleteButton(stored: PersonalData): object {
  return button({
    actionId: deleteActionId,
    text: 'Delete my data',
    ...(isNothing(stored) ? {} : { style: 'danger' }),
    confirm: {
      title: 'Delete your data?',
      text: 'Your questions, the records of their answers, what you thought of them, summaries of your files, your replies to invitations and your choice of digest are deleted for good; your places go to others, your calendar’s address ends. Messages in Slack stay.',
      confirm: 'Delete',
      deny: 'Keep',
    },
  });
}

/** What is stored, since when and for how long. */
export function describePersonalData(stored: PersonalData, keepDays: number): Markup {
  const days = `${keepDays} ${keepDays === 1 ? 'day' : 'days'}`;
  if (isNothing(stored)) {
    return markup`Nothing. Questions you ask are kept for ${days}, with their answers and what you think of them.`;
  }
  const since = stored.since === null ? markup`` : markup`, the oldest from ${day(stored.since)}`;
  const dated = datedParts(stored);
  const kept =
    dated.length === 0 ? [] : [markup`${sentence(dated)}${since}. Each is deleted after ${days}.`];
  const lasting = lastingParts(stored);
  const until =
    lasting.length === 0
      ? []
      : [markup`${sentence(lasting)}, until you change it or delete your data.`];
  return joinMarkup([...kept, ...until], '\n');
}

/** What became of it. */
export function describeDeleted(deleted: PersonalData): string {
  return isNothing(deleted)
    ? 'There was nothing to delete.'
    : `Deleted: ${joined([...datedParts(deleted), ...lastingParts(deleted)])}. Messages in Slack stay until you delete them there.`;
}

function isNothing({ digest, since: _, ...numbers }: PersonalData): boolean {
  return !digest && Object.values(numbers).every((number) => number === 0);
}

/** What is deleted as time goes by. */
function datedParts({ questions, feedback, fileSummaries, replies }: PersonalData): string[] {
  return [
    ...(questions === 0
      ? []
      : [
          `${count(questions, 'question')} with ${questions === 1 ? 'its answer' : 'their answers'}`,
        ]),
    ...(feedback === 0 ? [] : [`what you thought of ${count(feedback, 'answer')}`]),
    ...(fileSummaries === 0
      ? []
      : [
          `the ${fileSummaries === 1 ? 'summary' : 'summaries'} of ${count(fileSummaries, 'file')} you sent`,
        ]),
    ...(replies === 0 ? [] : [`whether you come to ${count(replies, 'session')}`]),
  ];
}

/** What stays as it is. */
function lastingParts({ calendars, digest }: PersonalData): string[] {
  return [
    ...(calendars === 0 ? [] : ['the address of your calendar']),
    ...(digest ? ['how you get the weekly digest'] : []),
  ];
}

const joined = (parts: readonly string[]): string => parts.join(', and ');

function sentence(parts: readonly string[]): string {
  const text = joined(parts);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? noun : `${noun}s`}`;
}
