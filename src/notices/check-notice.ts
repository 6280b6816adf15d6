import { isAddress } from './is-address.ts';
import { checkMaterials } from './materials/check-materials.ts';
import type { NoticeContent, SessionDetails } from './notice.ts';
import type { NoticePart } from './notice-part.ts';
import { checkRecurrence } from './series/check-recurrence.ts';
import { instantOf, isZone } from './time/local-time.ts';

/** What keeps a notice from being sent, for whoever writes it. */
export interface NoticeProblem {
  part: NoticePart;
  text: string;
}

/** UTF-16 code units: what a card has room for. */
const longestTitle = 150;
const longestText = 2_800;
const longestPlace = 200;
const mostSpeakers = 20;
const mostPapers = 10;
const mostCapacity = 100_000;
const mostReminders = 5;
const longestReminder = 60 * 24 * 60;

/**
 * Everything that keeps a notice from being sent, in the order of its parts; empty when nothing does.
 *
 * @param now - UTC ms.
 */
export function checkNotice(content: NoticeContent, now: number): NoticeProblem[] {
  const problems: NoticeProblem[] = [];
  const require = (isRight: boolean, part: NoticePart, text: string): void => {
    if (!isRight) problems.push({ part, text });
  };
  const { details, channels, people, announceAt, reminders } = content;
  const title = details.title.trim();
  require(title !== '', 'title', 'Give it a title.');
  require(title.length <= longestTitle, 'title', `A title has ${longestTitle} characters at most.`);
  const text = details.kind === 'session' ? details.description : details.text;
  require(text.length <= longestText, 'text', `A text has ${longestText} characters at most.`);
  require(details.link === null || isAddress(details.link), 'link', 'A link begins with https://.');
  const isOver = details.kind === 'session' && checkSession(details, now, require);
  require(channels.length + people.length >
    0, 'channels', 'Say who is to get it: choose at least one channel or person.');
  if (details.kind === 'session' && announceAt !== null && !isOver) {
    const isInTime = isTime(details) && announceAt < instantOf(details.start, details.zone);
    require(isInTime, 'announcement', 'It has to be announced before it begins.');
  }
  const areReminders = reminders.every(
    (one) => Number.isInteger(one) && one > 0 && one <= longestReminder,
  );
  require(areReminders, 'reminders', 'Reminders come at least a minute and at most 60 days before.');
  require(reminders.length <=
    mostReminders, 'reminders', `There are ${mostReminders} reminders at most.`);
  return problems;
}

/** Returns whether the session is in the past, so that nothing more need be said of its times. */
function checkSession(
  details: SessionDetails,
  now: number,
  require: (isRight: boolean, part: NoticePart, text: string) => void,
): boolean {
  const { place, link, speakers, papers, capacity } = details;
  const isReadable = isTime(details);
  require(isReadable, 'time', 'Say when it begins and ends, in a time zone such as Europe/London.');
  let isOver = false;
  if (isReadable) {
    const unusable = checkRecurrence(details);
    require(unusable === null, 'time', unusable ?? '');
    const startsAt = instantOf(details.start, details.zone);
    require(instantOf(details.end, details.zone) >
      startsAt, 'time', 'It has to end after it begins.');
    isOver = startsAt <= now;
    require(!isOver, 'time', 'It has to begin in the future.');
  }
  require(place !== null ||
    link !== null, 'place', 'Say where it is: a place, a link to join, or both.');
  require((place ?? '').length <=
    longestPlace, 'place', `A place has ${longestPlace} characters at most.`);
  require(speakers.length <=
    mostSpeakers, 'speakers', `There are ${mostSpeakers} speakers at most.`);
  require(papers.length <= mostPapers, 'papers', `There are ${mostPapers} papers to read at most.`);
  for (const problem of checkMaterials(details.materials)) require(false, 'materials', problem);
  const isCapacity =
    capacity === null || (Number.isInteger(capacity) && capacity > 0 && capacity <= mostCapacity);
  require(isCapacity, 'capacity', 'The number of places is a whole number from 1, or empty for no limit.');
  return isOver;
}

function isTime({ start, end, zone }: SessionDetails): boolean {
  if (!isZone(zone)) return false;
  try {
    instantOf(start, zone);
    instantOf(end, zone);
    return true;
  } catch {
    return false;
  }
}
