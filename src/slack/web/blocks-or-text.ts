import type { MessageContent } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { platformCodeOf } from './messenger-error.ts';

/** Slack's codes for blocks it does not take. */
const refusals = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/**
 * Sends a message with its blocks, and where Slack refuses these, its text alone: an answer without
 * buttons is better than none. Throws what `send` throws.
 */
export async function blocksOrText<Sent>(
  content: MessageContent,
  log: Log,
  send: (content: MessageContent) => Promise<Sent>,
): Promise<Sent> {
  try {
    return await send(content);
  } catch (error) {
    const code = platformCodeOf(error);
    const isRefused = code !== undefined && refusals.has(code);
    if (!isRefused || content.blocks.length === 0 || content.text === '') throw error;
    log.error({ code }, 'blocks-refused');
    return send({ text: content.text, blocks: [] });
  }
}
