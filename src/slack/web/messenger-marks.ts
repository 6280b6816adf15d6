import type { MessageMetadata } from '@slack/types';

/** Names Concord's messages among others'; the delivery's id is all they carry. */
export const deliveryEventType = 'concord_delivery';

/** What a message carries, so that it is found again. */
export function metadataOf(deliveryId: string): MessageMetadata {
  return { event_type: deliveryEventType, event_payload: { delivery_id: deliveryId } };
}

/**
 * The `block_id` of a streamed message's first block. A stream takes metadata only when it ends, and
 * until then a message whose start was not confirmed could not be told from others.
 */
export function streamMarkOf(deliveryId: string): string {
  return `${deliveryEventType}:${deliveryId}`;
}

/** The blocks with the mark on the first of them. */
export function markBlocks(blocks: readonly object[], deliveryId: string): object[] {
  return blocks.map((block, index) =>
    index === 0 ? { ...block, block_id: streamMarkOf(deliveryId) } : block,
  );
}
