import { z } from 'zod';
import { address, identifier, limitedList, limitedText } from './composition-schemas.ts';

const flag = z.boolean().optional();
const style = z
  .strictObject({ bold: flag, code: flag, italic: flag, strike: flag, underline: flag })
  .optional();
const someText = limitedText(12_000);

const text = z.strictObject({ type: z.literal('text'), text: someText, style });
const link = z.strictObject({
  type: z.literal('link'),
  url: address,
  text: z.string().optional(),
  unsafe: flag,
  style,
});

const inline = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('team'), team_id: z.string(), style }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: someText,
    unicode: z.string().optional(),
    url: z.string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: z.string(), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: someText,
    url: address.optional(),
    fallback: z.string().optional(),
    style,
  }),
]);

const many = 1000;
const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: limitedList(inline, many, 0),
});

export const richTextBlock = z.strictObject({
  type: z.literal('rich_text'),
  block_id: identifier.optional(),
  elements: limitedList(
    z.discriminatedUnion('type', [
      section,
      z.strictObject({
        type: z.literal('rich_text_list'),
        elements: limitedList(section, many),
        style: z.enum(['bullet', 'ordered']),
        indent: z.number().int().min(0).max(8).optional(),
        offset: z.number().int().min(0).optional(),
        border,
      }),
      z.strictObject({
        type: z.literal('rich_text_quote'),
        elements: limitedList(inline, many),
        border,
      }),
      z.strictObject({
        type: z.literal('rich_text_preformatted'),
        elements: limitedList(z.discriminatedUnion('type', [text, link]), many),
        border,
        language: z.string().optional(),
      }),
    ]),
    many,
    0,
  ),
});
