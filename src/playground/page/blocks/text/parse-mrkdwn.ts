import { type Node, NodeType, parse } from 'slack-message-parser';

export type MrkdwnNode = Node;

const isBlock = (node: Node | undefined): boolean =>
  node?.type === NodeType.PreText || node?.type === NodeType.Quote;

/** Quotes and code stand on lines of their own: the line ends around them would be empty lines. */
function withoutBlankLines(nodes: Node[]): Node[] {
  return nodes.flatMap((node, index): Node[] => {
    if (node.type !== NodeType.Text) return [node];
    let { text } = node;
    if (isBlock(nodes[index - 1])) text = text.replace(/^\n/, '');
    if (isBlock(nodes[index + 1])) text = text.replace(/\n$/, '');
    return text === '' ? [] : [{ ...node, text }];
  });
}

/**
 * Slack's mrkdwn as a tree. Texts in it still hold Slack's three entities. Never throws; what is no
 * markup is text.
 */
export function parseMrkdwn(text: string): MrkdwnNode[] {
  // Apps may quote with `>` itself; the parser knows only the form that Slack stores.
  return withoutBlankLines(parse(text.replaceAll(/^>/gm, '&gt;')).children);
}
