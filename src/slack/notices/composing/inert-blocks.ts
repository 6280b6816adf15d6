import { noticeActions } from './form-ids.ts';

/**
 * The blocks of a card, for showing it to whoever writes it: it looks the same, and its buttons do
 * nothing, for there is nothing yet to reply to. Links still open.
 */
export function inertBlocks(blocks: readonly object[]): object[] {
  return blocks.map((block) =>
    'elements' in block && 'type' in block && block.type === 'actions'
      ? { ...block, elements: (block.elements as object[]).map(inert) }
      : block,
  );
}

function inert(element: object): object {
  if (!('action_id' in element)) return element;
  return { ...element, action_id: `${noticeActions.inert}${String(element.action_id)}` };
}
