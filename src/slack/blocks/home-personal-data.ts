import type { PersonalData } from '../../people/index.ts';
import { button } from './button.ts';
import { day, type Markup, markup } from './markup.ts';

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
      text: 'Your questions, the records of their answers, what you thought of them, your replies to invitations and your choice of digest are deleted for good; your places go to others, your calendar’s address ends. Messages in Slack stay.',
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
  return markup`${inWords(stored)}${since}. Each is deleted after ${days}.`;
}

/** What became of it. */
export function describeDeleted(deleted: PersonalData): string {
  return isNothing(deleted)
    ? 'There was nothing to delete.'
    : `Deleted: ${inWords(deleted)}. Messages in Slack stay until you delete them there.`;
}

function isNothing({ questions, feedback, replies, calendars, digest }: PersonalData): boolean {
  return questions + feedback + replies + calendars === 0 && !digest;
}

function inWords({ questions, feedback, replies, calendars, digest }: PersonalData): string {
  const parts = [
    ...(questions === 0
      ? []
      : [
          `${count(questions, 'question')} with ${questions === 1 ? 'its answer' : 'their answers'}`,
        ]),
    ...(feedback === 0 ? [] : [`what you thought of ${count(feedback, 'answer')}`]),
    ...(replies === 0 ? [] : [`whether you come to ${count(replies, 'session')}`]),
    ...(calendars === 0 ? [] : ['the address of your calendar']),
    ...(digest ? ['how you get the weekly digest'] : []),
  ];
  return parts.join(', and ');
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? noun : `${noun}s`}`;
}
