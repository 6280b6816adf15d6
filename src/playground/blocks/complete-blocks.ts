import type { Block } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { withInnerBlocks } from './inner-blocks.ts';
import { interactiveElements } from './validate-blocks.ts';

const withoutActionId = new Set(['image', 'mrkdwn', 'plain_text']);
const withElements = new Set(['section', 'actions', 'input', 'context_actions', 'card']);

function withTextDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const result = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withTextDefaults(item)]),
  );
  if (result.type === 'plain_text') result.emoji ??= true;
  return result;
}

function addIds(workspace: Workspace, block: Block): void {
  block.block_id ??= workspace.nextId('B').slice(1);
  if (!withElements.has(block.type)) return;
  for (const element of interactiveElements(block)) {
    if (!withoutActionId.has(element.type)) {
      element.action_id ??= workspace.nextId('A').slice(1);
    }
  }
}

/** Blocks as Slack keeps them: with the ids and defaults that the app left out. */
export function completeBlocks(workspace: Workspace, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const completed = withTextDefaults(block) as Block;
    for (const each of withInnerBlocks([completed])) addIds(workspace, each);
    return completed;
  });
}
