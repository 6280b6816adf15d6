import { z } from 'zod';
import { audienceSchema } from '../../people/index.ts';

/** Every value of a file is the text that was written, so that no time changes on its way. */
const text = z.string({ error: 'expected a text' }).trim();
const filled = text.min(1, 'is empty');
const texts = z.union([text, z.array(text)], { error: 'expected a text, or a list of texts' });

/** Several values, or one; empty ones are left out, those that are repeated once. */
const several = texts.transform((value) => [
  ...new Set((Array.isArray(value) ? value : [value]).filter((one) => one !== '')),
]);

const optional = text.transform((value) => (value === '' ? null : value));

const wholeNumber = filled
  .regex(/^\d{1,9}$/, 'expected a whole number')
  .transform((value) => Number(value));

const common = {
  id: filled
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, {
      error: 'expected a name of letters, figures, dots and dashes, such as discharge-2026-11',
    })
    .optional(),
  author: filled.optional(),
  audience: audienceSchema.optional(),
  channels: several.optional(),
  people: several.optional(),
  announce: optional.optional(),
  zone: filled.optional(),
};

/** A session as it is written in a file. */
export const sessionEntry = z.strictObject({
  session: filled,
  ...common,
  description: text.optional(),
  start: filled,
  end: optional.optional(),
  place: optional.optional(),
  link: optional.optional(),
  speakers: several.optional(),
  capacity: z.union([z.literal('').transform(() => null), wholeNumber]).optional(),
  papers: several.optional(),
  reminders: z
    .union([
      z.literal(['none', '']).transform((): number[] => []),
      z.array(wholeNumber),
      wholeNumber.transform((one) => [one]),
    ])
    .optional(),
  'remind-in': z
    .enum(['thread', 'direct-message'], { error: 'expected thread or direct-message' })
    .optional(),
  repeat: optional.optional(),
  except: several
    .refine((dates) => dates.every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)), {
      error: 'expected dates such as 2026-12-29',
    })
    .optional(),
});
export type SessionEntry = z.infer<typeof sessionEntry>;

/** A publication that is told of, as it is written in a file. */
export const publicationEntry = z.strictObject({
  publication: filled,
  ...common,
  text: text.optional(),
});
export type PublicationEntry = z.infer<typeof publicationEntry>;

export type NoticeEntry = SessionEntry | PublicationEntry;
