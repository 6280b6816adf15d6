import { explainedError } from '../web-api/method-error.ts';
import type { Faults } from './faults.ts';

function decode(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const isBlocksChunk = (chunk: unknown): boolean =>
  typeof chunk === 'object' && chunk !== null && 'type' in chunk && chunk.type === 'blocks';

/** Whether a call shows blocks: in a message, in a view or in a chunk of a stream. */
function carriesBlocks(values: Readonly<Record<string, unknown>>): boolean {
  const [blocks, chunks] = [decode(values.blocks), decode(values.chunks)];
  if (Array.isArray(blocks) && blocks.length > 0) return true;
  return values.view !== undefined || (Array.isArray(chunks) && chunks.some(isBlocksChunk));
}

/**
 * Refuses what carries blocks while that fault is active.
 *
 * @throws {MethodError} `invalid_blocks`.
 */
export function refuseBlocks(faults: Faults, values: unknown): void {
  if (typeof values !== 'object' || values === null) return;
  if (carriesBlocks({ ...values }) && faults.use('refuse-blocks')) {
    throw explainedError('invalid_blocks', ['refused by a fault of the local Slack']);
  }
}
