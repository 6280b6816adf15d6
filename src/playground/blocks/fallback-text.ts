/** What carries the text that people read. */
const textKeys = ['text', 'alt_text'] as const;
/** Parts of blocks that hold further text, in the order in which people read them. */
const partKeys = [
  'title',
  'subtitle',
  'body',
  'text',
  'fields',
  'elements',
  'rows',
  'tasks',
  'child_blocks',
] as const;
/** What people press or fill in says nothing by itself. */
const silent = new Set(['actions', 'context_actions', 'input', 'divider']);

const nothingToRead = "This content can't be displayed.";

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Record<string, unknown>;
  if (typeof part.type === 'string' && silent.has(part.type)) return [];
  const own = textKeys.map((key) => part[key]).filter((text) => typeof text === 'string');
  const titles = [part.title].filter((title) => typeof title === 'string');
  return [...titles, ...own, ...partKeys.flatMap((key) => texts(part[key]))].filter(
    (text) => text.trim() !== '',
  );
}

/**
 * The `text` of a message that came with blocks alone, as notifications show it: what its blocks
 * say, one after the other.
 */
export function fallbackText(blocks: readonly unknown[]): string {
  if (blocks.length === 0) return '';
  return texts(blocks).join(' ') || nothingToRead;
}
