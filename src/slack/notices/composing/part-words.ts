import type { NoticePart } from '../../../notices/index.ts';

const words: Readonly<Record<NoticePart, string>> = {
  title: 'title',
  time: 'time',
  place: 'place',
  link: 'link',
  speakers: 'speakers',
  capacity: 'number of places',
  papers: 'papers',
  materials: 'materials',
  text: 'text',
  audience: 'who may see it',
  channels: 'channels',
  people: 'people',
  announcement: 'time of announcement',
  reminders: 'reminders',
};

/** What parts of a notice are called where changes are told. @param isSession else a publication. */
export function partWords(parts: readonly NoticePart[], isSession: boolean): string[] {
  return parts.map((part) => {
    if (isSession) return words[part];
    if (part === 'speakers') return 'authors';
    return part === 'papers' ? 'publication' : words[part];
  });
}
