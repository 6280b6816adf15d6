import type { Block } from '../../state/messages.ts';
import { fieldsOf } from '../blocks/read-block.ts';

const initialField = (element: Readonly<Record<string, unknown>>): string =>
  element.type === 'multi_conversations_select' ? 'initial_conversations' : 'initial_conversation';

/**
 * Blocks in which menus that are to begin with the conversation that was looked at do so. Whatever
 * the app says they begin with goes before.
 *
 * @param channel null when no conversation was looked at.
 */
export function withCurrentConversation(blocks: readonly Block[], channel: string | null): Block[] {
  return blocks.map((block) => {
    const element = fieldsOf(block.element);
    const field = initialField(element);
    const wants = element.default_to_current_conversation === true && element[field] === undefined;
    if (!wants || channel === null) return block;
    const initial = field === 'initial_conversations' ? [channel] : channel;
    return { ...block, element: { ...element, [field]: initial } };
  });
}
