import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';

/** Characters below an element, white space counted once at most. */
export interface TextLength {
  all: number;
  /** Those within links. */
  linked: number;
}

/**
 * Measures every element of a tree in one pass; asking each element for its text would cost the
 * depth of the tree times its length.
 */
export function textLengths(root: AnyNode): (element: Element) => TextLength {
  const lengths = new Map<AnyNode, TextLength>();
  measure(root, false, lengths);
  return (element) => lengths.get(element) ?? { all: 0, linked: 0 };
}

function measure(node: AnyNode, inLink: boolean, lengths: Map<AnyNode, TextLength>): TextLength {
  if (isText(node)) {
    const all = node.data.replace(/\s+/g, ' ').trim().length;
    return { all, linked: inLink ? all : 0 };
  }
  const length: TextLength = { all: 0, linked: 0 };
  if (!hasChildren(node)) return length;
  const linkBelow = inLink || (isTag(node) && node.name === 'a');
  for (const child of node.children) {
    const { all, linked } = measure(child, linkBelow, lengths);
    length.all += all;
    length.linked += linked;
  }
  lengths.set(node, length);
  return length;
}
