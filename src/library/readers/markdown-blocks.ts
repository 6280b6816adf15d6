import type { Nodes, Parents, Root } from 'mdast';
import type { Block } from '../document.ts';
import { blockOf, tableRowOf } from './block-text.ts';
import { htmlFragmentBlocks } from './html-blocks.ts';

/** Blocks of a parsed Markdown text, in its order. */
export function markdownBlocks(root: Root): Block[] {
  return childBlocks(root, 'paragraph');
}

/** @param kind - What a paragraph counts as here: inside a list item it is a list item. */
function childBlocks(parent: Parents, kind: Block['kind']): Block[] {
  return parent.children.flatMap((child) => blocksOf(child, kind));
}

function blocksOf(node: Nodes, kind: Block['kind']): Block[] {
  switch (node.type) {
    case 'heading':
      return blockOf('heading', inlineText(node), node.depth);
    case 'paragraph':
      return blockOf(kind, inlineText(node));
    case 'code':
      return blockOf(kind, node.value);
    case 'html':
      return htmlFragmentBlocks(node.value);
    case 'table':
      return node.children.flatMap((row) => tableRowOf(row.children.map(inlineText)));
    case 'listItem':
      return childBlocks(node, 'list-item');
    case 'footnoteDefinition':
      return childBlocks(node, 'footnote');
    case 'blockquote':
    case 'list':
      return childBlocks(node, kind);
    default:
      return [];
  }
}

/** Text as it reads on the page: without markup, pictures, raw HTML tags and footnote marks. */
function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return '';
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : '';
  }
}
