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
  workflowButton,
} from './element-schemas.ts';
import { menus } from './menu-schemas.ts';
import { richTextBlock } from './rich-text-schemas.ts';

export const blockId = { block_id: identifier.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: textObject(3000).optional(),
    fields: limitedList(textObject(2000), 10).optional(),
    accessory: z
      .discriminatedUnion('type', [
        button,
        workflowButton,
        overflow,
        imageElement,
        ...menus,
        ...pickers,
      ])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine(
    (value) => value.text !== undefined || value.fields !== undefined,
    'must define either text or fields',
  );

export const tableCell = z.discriminatedUnion('type', [
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

const divider = z.strictObject({ type: z.literal('divider'), ...blockId });

const header = z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(150) });

const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: limitedList(
    z.discriminatedUnion('type', [imageElement, ...textObject(3000).options]),
    10,
  ),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: limitedList(
    z.discriminatedUnion('type', [
      button,
      workflowButton,
      overflow,
      richTextInput,
      ...menus,
      ...pickers,
    ]),
    25,
  ),
});

const input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [...textFields, richTextInput, ...menus, ...pickers]),
});

const https = address.refine((value) => value.startsWith('https:'), 'must be an https URL');

const video = z.strictObject({
  type: z.literal('video'),
  ...blockId,
  video_url: https,
  thumbnail_url: address,
  alt_text: limitedText(2000),
  title: plainText(199),
  title_url: https.optional(),
  author_name: limitedText(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: address.optional(),
  description: plainText(199).optional(),
});

/** Blocks that may stand in a `container` too, with Slack's limits. */
export const blocksForContainers = [
  section,
  table,
  richTextBlock,
  imageBlock,
  divider,
  header,
  context,
  actions,
  input,
  video,
] as const;

/** Blocks that may not. */
export const otherBlocks = [
  taskCard,
  z.strictObject({ type: z.literal('markdown'), ...blockId, text: limitedText(12_000) }),
  z.strictObject({
    type: z.literal('context_actions'),
    ...blockId,
    elements: limitedList(z.discriminatedUnion('type', contextActions), 5),
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
] as const;
