import { z } from 'zod';
import {
  address,
  identifier,
  imageBlock,
  imageElement,
  limitedList,
  limitedText,
  plainText,
  textObject,
} from './composition-schemas.ts';
import {
  button,
  contextActions,
  overflow,
  pickers,
  richTextInput,
  textFields,
} from './element-schemas.ts';
import { menus } from './menu-schemas.ts';
import { richTextBlock } from './rich-text-schemas.ts';

const blockId = { block_id: identifier.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: textObject(3000).optional(),
    fields: limitedList(textObject(2000), 10).optional(),
    accessory: z
      .discriminatedUnion('type', [button, overflow, imageElement, ...menus, ...pickers])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine(
    (value) => value.text !== undefined || value.fields !== undefined,
    'must define either text or fields',
  );

const tableCell = z.discriminatedUnion('type', [
  richTextBlock,
  z.strictObject({ type: z.literal('raw_text'), text: limitedText(10_000) }),
  z.strictObject({
    type: z.literal('raw_number'),
    value: z.number(),
    text: limitedText(10_000),
  }),
]);

const table = z.strictObject({
  type: z.literal('table'),
  ...blockId,
  rows: limitedList(limitedList(tableCell, 20), 100),
  column_settings: limitedList(
    z
      .strictObject({
        align: z.enum(['left', 'center', 'right']).optional(),
        is_wrapped: z.boolean().optional(),
      })
      .nullable(),
    20,
  ).optional(),
});

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...blockId,
  task_id: z.string(),
  title: limitedText(3000),
  details: richTextBlock.optional(),
  output: richTextBlock.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: address, text: z.string() }))
    .optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

/** One block of any kind that the local Slack draws, with Slack's limits. */
export const blockSchema = z.discriminatedUnion('type', [
  section,
  table,
  taskCard,
  richTextBlock,
  imageBlock,
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('markdown'), ...blockId, text: limitedText(12_000) }),
  z.strictObject({
    type: z.literal('context'),
    ...blockId,
    elements: limitedList(
      z.discriminatedUnion('type', [imageElement, ...textObject(3000).options]),
      10,
    ),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...blockId,
    elements: limitedList(
      z.discriminatedUnion('type', [button, overflow, richTextInput, ...menus, ...pickers]),
      25,
    ),
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    ...blockId,
    elements: limitedList(z.discriminatedUnion('type', contextActions), 5),
  }),
  z.strictObject({
    type: z.literal('input'),
    ...blockId,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.discriminatedUnion('type', [...textFields, richTextInput, ...menus, ...pickers]),
  }),
  z.strictObject({
    type: z.literal('alert'),
    ...blockId,
    text: textObject(3000),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  z.strictObject({
    type: z.literal('plan'),
    ...blockId,
    title: limitedText(3000),
    tasks: z.array(taskCard).optional(),
  }),
]);
