import { type Fields, listOf, numberOf } from '../read-block.ts';

/** How deep a list is indented: 0 to 8. */
export const indentOf = (list: Fields): number =>
  Math.min(Math.max(Math.trunc(numberOf(list.indent) ?? 0), 0), 8);

/**
 * The number each list begins with. Slack cuts a nested list into pieces, one for each change of
 * depth; a piece goes on counting from the one before it at its depth, until something ends both.
 */
export function listStarts(elements: readonly Fields[]): number[] {
  let next: number[] = [];
  return elements.map((element) => {
    if (element.type !== 'rich_text_list') {
      next = [];
      return 1;
    }
    const depth = indentOf(element);
    next.length = Math.min(next.length, depth + 1);
    const start = (next[depth] ?? 1) + (numberOf(element.offset) ?? 0);
    next[depth] = start + listOf(element.elements).length;
    return start;
  });
}
