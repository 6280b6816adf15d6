import type { PhrasingContent } from 'mdast';
import { Fragment, type ReactNode } from 'react';
import { PlainText } from '../text/plain-text.tsx';
import { SafeLink } from '../text/safe-link.tsx';

function drawn(node: PhrasingContent): ReactNode {
  switch (node.type) {
    case 'text':
      return <PlainText text={node.value} />;
    case 'emphasis':
      return <em>{markdownInline(node.children)}</em>;
    case 'strong':
      return <strong>{markdownInline(node.children)}</strong>;
    case 'delete':
      return <s>{markdownInline(node.children)}</s>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <SafeLink address={node.url}>{markdownInline(node.children)}</SafeLink>;
    // Slack shows a picture in Markdown as a link to it.
    case 'image':
      return <SafeLink address={node.url}>{node.alt || node.url}</SafeLink>;
    case 'html':
      return node.value;
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`;
    case 'linkReference':
      return markdownInline(node.children);
    case 'imageReference':
      return node.alt ?? node.label;
  }
}

/** The words of a paragraph of Markdown. HTML in it is shown as text. */
export function markdownInline(nodes: readonly PhrasingContent[]): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
    <Fragment key={index}>{drawn(node)}</Fragment>
  ));
}
