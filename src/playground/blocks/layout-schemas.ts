import { z } from 'zod';
import { blockId, blocksForContainers, tableCell } from './block-schemas.ts';
import {
  imageElement,
  limitedList,
  limitedText,
  mrkdwn,
  plainText,
  textObject,
} from './composition-schemas.ts';
import { button } from './element-schemas.ts';
import { richTextBlock } from './rich-text-schemas.ts';

const card = z
  .strictObject({
    type: z.literal('card'),
    ...blockId,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: limitedList(button, 25).optional(),
  })
  .refine(
    ({ hero_image, title, actions, body }) => hero_image || title || actions || body,
    'must define one of hero_image, title, actions, body',
  );

const container = z
  .strictObject({
    type: z.literal('container'),
    ...blockId,
    title: plainText(150).optional(),
    rich_text_title: richTextBlock.optional(),
    subtitle: textObject(150).optional(),
    child_blocks: limitedList(z.discriminatedUnion('type', blocksForContainers), 10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(
    (value) => value.title !== undefined || value.rich_text_title !== undefined,
    'must define either title or rich_text_title',
  )
  .refine(
    (value) => !value.default_collapsed || value.is_collapsible,
    'default_collapsed needs is_collapsible',
  );

/** A row of headings, and up to a hundred rows below it. */
const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...blockId,
    rows: limitedList(limitedList(tableCell, 20), 101, 2),
    caption: limitedText(3000),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).max(19).optional(),
  })
  .refine(
    ({ rows: [headings] }) => headings?.every((cell) => cell.type !== 'rich_text'),
    'header cells cannot be rich_text',
  )
  .refine(
    ({ rows: [headings, ...rows] }) => rows.every((row) => row.length === headings?.length),
    'all rows must have the same number of cells',
  );

/** Blocks that arrange others, or rows. */
export const layoutBlocks = [
  card,
  container,
  z.strictObject({
    type: z.literal('carousel'),
    ...blockId,
    elements: limitedList(card, 10),
  }),
  dataTable,
] as const;
