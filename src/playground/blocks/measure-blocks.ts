/** Characters that Slack seems to count for a block beside its text; see below. */
const perBlock = 125;
const textKeys = new Set(['text', 'title', 'alt_text', 'fallback']);

function countText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countText(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (typeof item === 'string' && textKeys.has(key) ? item.length : countText(item)),
    0,
  );
}

/**
 * The size of a message's blocks as `msg_blocks_too_long` counts it. Slack does not document the
 * measure; what has been reported (github.com/slackapi/bolt-js/issues/2509) is that markdown text
 * of 13,297 characters passes, and that a divider takes up 125 of them. So: all visible text, plus
 * 125 for each block after the first.
 */
export function measureBlocks(blocks: readonly unknown[]): number {
  return countText(blocks) + Math.max(0, blocks.length - 1) * perBlock;
}

/** The most that {@link measureBlocks} may return. */
export const maximumBlocksSize = 13_200;
