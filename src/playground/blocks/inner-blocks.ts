type Block = Readonly<Record<string, unknown>>;

/**
 * Blocks with those that stand in them, each after the one that holds it: the children of a
 * container, the cards of a carousel.
 */
export function withInnerBlocks<Item extends Block>(blocks: readonly Item[]): Item[] {
  return blocks.flatMap((block) => {
    const inner = block.type === 'container' ? block.child_blocks : undefined;
    const cards = block.type === 'carousel' ? block.elements : undefined;
    const children = [inner, cards].filter(Array.isArray).flat() as Item[];
    return [block, ...withInnerBlocks(children)];
  });
}
