import { z } from 'zod';
import { completeBlocks } from '../blocks/complete-blocks.ts';
import { fallbackText } from '../blocks/fallback-text.ts';
import { validateBlocks } from '../blocks/validate-blocks.ts';
import type { Block, MessageStream } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { decoded, text } from './argument-types.ts';
import { explainedError, MethodError } from './method-error.ts';

/** How the calls that write to a stream say what to add. */
export const chunkArguments = { markdown_text: text.optional(), chunks: decoded.optional() };

type ChunkArguments = z.infer<z.ZodObject<typeof chunkArguments>>;

/** "Limit this field to 12,000 characters"; it counts for each call, not for the message. */
const maximumText = 12_000;
const maximumTitle = 256;
/** As many as a message takes; those that close it are counted by themselves. */
const maximumBlocks = 50;

const source = z.looseObject({ type: z.literal('url'), url: z.string(), text: z.string() });
const chunkSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text: z.string() }),
  z.strictObject({ type: z.literal('plan_update'), title: z.string().max(maximumTitle) }),
  z.strictObject({
    type: z.literal('task_update'),
    id: z.string().min(1),
    title: z.string().max(maximumTitle),
    status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    details: z.string().max(maximumTitle).optional(),
    output: z.string().max(maximumTitle).optional(),
    sources: z.array(source).optional(),
  }),
  z.strictObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()) }),
]);

type Chunk = z.infer<typeof chunkSchema>;

export interface ReadChunks {
  mode: MessageStream['mode'];
  chunks: Chunk[];
}

/**
 * What a call adds to a stream.
 *
 * @throws {MethodError} `cannot_provide_both_markdown_text_and_chunks`, `invalid_chunks`,
 *   `invalid_blocks`, `msg_too_long`.
 */
export function readChunks(values: ChunkArguments): ReadChunks {
  const { markdown_text: markdown, chunks } = values;
  if (markdown !== undefined && chunks !== undefined) {
    throw new MethodError('cannot_provide_both_markdown_text_and_chunks');
  }
  if (markdown !== undefined) {
    if (markdown.length > maximumText) throw new MethodError('msg_too_long');
    return { mode: 'markdown_text', chunks: [{ type: 'markdown_text', text: markdown }] };
  }
  if (chunks === undefined) return { mode: null, chunks: [] };
  const parsed = z.array(chunkSchema).safeParse(chunks);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.message} [json-pointer:/chunks/${issue.path.map(String).join('/')}]`,
    );
    throw explainedError('invalid_chunks', problems);
  }
  for (const [index, chunk] of parsed.data.entries()) {
    if (chunk.type === 'markdown_text' && chunk.text.length > maximumText) {
      throw new MethodError('msg_too_long');
    }
    if (chunk.type !== 'blocks') continue;
    const problems = validateBlocks(chunk.blocks, 'message', ['chunks', index, 'blocks']);
    if (problems.length > 0) throw explainedError('invalid_blocks', problems);
  }
  return { mode: 'chunks', chunks: parsed.data };
}

export interface StreamedContent {
  text: string;
  blocks: Block[];
  stream: MessageStream;
}

function addTask(stream: MessageStream, chunk: Extract<Chunk, { type: 'task_update' }>): void {
  const { type: _, sources: __, ...task } = chunk;
  const existing = stream.tasks.find((candidate) => candidate.id === task.id);
  if (existing === undefined) {
    stream.tasks.push(task);
    return;
  }
  // Title and status replace what was there; details and output are added to it.
  const details = `${existing.details ?? ''}${task.details ?? ''}`;
  const output = `${existing.output ?? ''}${task.output ?? ''}`;
  Object.assign(existing, task, details !== '' && { details }, output !== '' && { output });
}

/** What is streamed as markdown makes one block, until something else comes in between. */
function addMarkdown(workspace: Workspace, after: StreamedContent, text: string): void {
  const last = after.blocks.at(-1);
  if (last !== undefined && last.block_id === after.stream.markdownBlockId) {
    last.text = `${String(last.text)}${text}`;
    return;
  }
  if (text === '') return;
  const [block] = completeBlocks(workspace, [{ type: 'markdown', text }]);
  if (block === undefined) return;
  after.blocks.push(block);
  after.stream.markdownBlockId = block.block_id ?? null;
}

function addBlocks(workspace: Workspace, after: StreamedContent, blocks: Block[]): void {
  after.stream.chunkBlocks += blocks.length;
  if (after.stream.chunkBlocks > maximumBlocks) {
    throw explainedError('invalid_blocks', [`no more than ${maximumBlocks} items allowed`]);
  }
  after.blocks.push(...completeBlocks(workspace, blocks));
}

/**
 * What the message is once the chunks are added, in their order.
 *
 * @throws {MethodError} `invalid_blocks` beyond 50 blocks in all chunks.
 */
export function addChunks(
  workspace: Workspace,
  before: StreamedContent,
  read: ReadChunks,
): StreamedContent {
  const after = structuredClone(before);
  after.stream.mode ??= read.mode;
  for (const chunk of read.chunks) {
    if (chunk.type === 'markdown_text') addMarkdown(workspace, after, chunk.text);
    else if (chunk.type === 'plan_update') after.stream.planTitle = chunk.title;
    else if (chunk.type === 'task_update') addTask(after.stream, chunk);
    else addBlocks(workspace, after, chunk.blocks as Block[]);
  }
  after.text = fallbackText(after.blocks);
  return after;
}
