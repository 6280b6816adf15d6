/** The parts of a notice in which it can change, in the order in which changes are told. */
export const noticeParts = [
  'title',
  'time',
  'place',
  'link',
  'speakers',
  'capacity',
  'papers',
  'materials',
  'text',
  'audience',
  'channels',
  'people',
  'announcement',
  'reminders',
] as const;
export type NoticePart = (typeof noticeParts)[number];
