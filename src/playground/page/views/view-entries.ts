import type { Entry } from '../../interactions/element-values.ts';
import type { View } from '../../state/views.ts';
import { entryKey } from '../blocks/elements/entry-key.ts';
import { firstEntry, heldEntry } from '../blocks/elements/held-entry.ts';
import { type Fields, fieldsOf, listOf, stringOf } from '../blocks/read-block.ts';

type Drafts = ReadonlyMap<string, Entry>;

interface Input {
  blockId: string;
  actionId: string;
  element: Fields;
}

function inputsOf(view: Pick<View, 'blocks'>): Input[] {
  return listOf(view.blocks)
    .filter((block) => block.type === 'input')
    .map((block) => {
      const element = fieldsOf(block.element);
      return {
        blockId: stringOf(block.block_id),
        actionId: stringOf(element.action_id),
        element,
      };
    });
}

/**
 * What the inputs of a view hold: what was filled in, else what the local Slack has kept, else what
 * the app began with.
 *
 * @returns block id → entry, for `submit-view`.
 */
export function viewEntries(
  view: Pick<View, 'blocks' | 'values'>,
  drafts: Drafts,
): Record<string, Entry> {
  const entries = inputsOf(view).map(({ blockId, actionId, element }): [string, Entry] => {
    const key = entryKey(blockId, actionId);
    if (drafts.has(key)) return [blockId, drafts.get(key) ?? null];
    const held = heldEntry(view.values[blockId]?.[actionId]);
    return [blockId, held === undefined ? firstEntry(element) : held];
  });
  return Object.fromEntries(entries);
}
