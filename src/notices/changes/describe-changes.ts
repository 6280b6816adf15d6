import type { NoticeContent, NoticeDetails } from '../notice.ts';
import { type NoticePart, noticeParts } from '../notice-part.ts';

/** Parts of which those who have seen a notice should be told when they change. */
const toldParts: ReadonlySet<NoticePart> = new Set(['title', 'time', 'place', 'link', 'speakers']);

/** What differs between two states of a notice. */
export function changesBetween(before: NoticeContent, after: NoticeContent): NoticePart[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  return noticeParts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

/** Those changes of which people who have seen the notice should be told. */
export function toldChanges(changes: readonly NoticePart[]): NoticePart[] {
  return changes.filter((part) => toldParts.has(part));
}

function partsOf(content: NoticeContent): Record<NoticePart, unknown> {
  return {
    ...partsOfDetails(content.details),
    audience: content.audience,
    channels: content.channels.toSorted(),
    people: content.people.toSorted(),
    announcement: content.announceAt,
    reminders: [content.remindIn, ...content.reminders],
  };
}

type DetailPart = Exclude<
  NoticePart,
  'audience' | 'channels' | 'people' | 'announcement' | 'reminders'
>;

function partsOfDetails(details: NoticeDetails): Record<DetailPart, unknown> {
  if (details.kind === 'publication') {
    const { title, authors, text, link, publicationId } = details;
    const none = { time: null, place: null, capacity: null, materials: null };
    return { ...none, title, speakers: authors, text, link, papers: [publicationId] };
  }
  const { title, start, end, zone, recurrence, description } = details;
  const { place, link, speakers, capacity, papers, materials = null } = details;
  const time = { start, end, zone, recurrence };
  return { title, time, place, link, speakers, capacity, papers, materials, text: description };
}
