/** Fields of something that came from the app; nothing is known about them. */
export type Fields = Readonly<Record<string, unknown>>;

const none: Fields = {};

/** The fields of an object; none for anything else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : none;

/** The objects in a list; none for anything else. */
export const listOf = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter((item) => fieldsOf(item) !== none) : [];

export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** What a text object says, or a string; empty when there is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : stringOf(fieldsOf(value).text);

const readable = new Set(['text', 'title', 'subtitle', 'alt_text', 'label', 'description', 'body']);

/** Every text inside a block, in its order, for blocks that cannot be drawn. */
export function allTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(allTexts);
  return Object.entries(fieldsOf(value)).flatMap(([key, item]) =>
    typeof item === 'string' ? (readable.has(key) && item !== '' ? [item] : []) : allTexts(item),
  );
}
