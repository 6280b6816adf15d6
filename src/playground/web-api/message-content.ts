import { z } from 'zod';
import { completeBlocks } from '../blocks/complete-blocks.ts';
import { fallbackText } from '../blocks/fallback-text.ts';
import { maximumBlocksSize, measureBlocks } from '../blocks/measure-blocks.ts';
import { validateBlocks } from '../blocks/validate-blocks.ts';
import type { Block, MessageMetadata } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { decoded, text } from './argument-types.ts';
import { explainedError, MethodError } from './method-error.ts';

/** The arguments in which the methods that write messages take what they say. */
export const contentArguments = {
  text: text.optional(),
  markdown_text: text.optional(),
  blocks: decoded.optional(),
  attachments: decoded.optional(),
};

type ContentArguments = z.infer<z.ZodObject<typeof contentArguments>>;

export interface MessageContent {
  text: string;
  blocks: Block[];
  attachments: Record<string, unknown>[];
}

const maximumText = 40_000;
const maximumMarkdownText = 12_000;
const maximumAttachments = 100;

function readBlocks(workspace: Workspace, value: unknown): Block[] {
  if (value === undefined || value === null || value === '') return [];
  if (!Array.isArray(value)) throw explainedError('invalid_blocks_format', ['must be an array']);
  const problems = validateBlocks(value, 'message');
  if (problems.length > 0) throw explainedError('invalid_blocks', problems);
  if (measureBlocks(value) > maximumBlocksSize) throw new MethodError('msg_blocks_too_long');
  return completeBlocks(workspace, value as Block[]);
}

function readAttachments(value: unknown): Record<string, unknown>[] {
  if (value === undefined || value === null || value === '') return [];
  const parsed = z.array(z.looseObject({})).safeParse(value);
  if (!parsed.success) throw new MethodError('invalid_attachments');
  if (parsed.data.length > maximumAttachments) throw new MethodError('too_many_attachments');
  return parsed.data;
}

/**
 * Checks what a message is to say.
 *
 * @throws {MethodError} `no_text`, `msg_too_long`, `markdown_text_conflict`, `invalid_blocks`,
 *   `invalid_blocks_format`, `msg_blocks_too_long`, `invalid_attachments`, `too_many_attachments`.
 */
export function readContent(workspace: Workspace, values: ContentArguments): MessageContent {
  const blocks = readBlocks(workspace, values.blocks);
  const attachments = readAttachments(values.attachments);
  const { markdown_text: markdown } = values;
  if (markdown !== undefined && (values.text !== undefined || blocks.length > 0)) {
    throw new MethodError('markdown_text_conflict');
  }
  if ((markdown?.length ?? 0) > maximumMarkdownText) throw new MethodError('msg_too_long');
  // Slack cuts longer texts off instead of refusing them.
  const plain = (values.text ?? markdown ?? '').slice(0, maximumText);
  if (plain.trim() === '' && blocks.length === 0 && attachments.length === 0) {
    throw new MethodError('no_text');
  }
  return { text: plain || fallbackText(blocks), blocks, attachments };
}

const metadataSchema = z.looseObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});
const maximumMetadataBytes = 16_000;

/** @throws {MethodError} `invalid_metadata_format`, `invalid_metadata_schema`, `metadata_too_large`. */
export function readMetadata(value: unknown): MessageMetadata | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new MethodError('invalid_metadata_format');
  }
  const parsed = metadataSchema.safeParse(value);
  if (!parsed.success) throw new MethodError('invalid_metadata_schema');
  if (Buffer.byteLength(JSON.stringify(value)) > maximumMetadataBytes) {
    throw new MethodError('metadata_too_large');
  }
  return { event_type: parsed.data.event_type, event_payload: parsed.data.event_payload };
}
