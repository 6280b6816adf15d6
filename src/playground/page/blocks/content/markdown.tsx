import type { List, ListItem, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { Fragment, type ReactNode, useMemo } from 'react';
import { BlockIcon } from './icons.tsx';
import { markdownInline } from './markdown-inline.tsx';
import { ScrollingTable } from './scrolling-table.tsx';

function Item({ item }: { item: ListItem }) {
  const isTask = typeof item.checked === 'boolean';
  return (
    <li className={isTask ? 'task-item' : undefined}>
      {isTask && (
        <span className="task-mark" role="img" aria-label={item.checked ? 'done' : 'to do'}>
          <BlockIcon name={item.checked ? 'check' : 'circle'} />
        </span>
      )}
      {item.children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
        <Fragment key={index}>
          {child.type === 'paragraph' ? (
            <span>{markdownInline(child.children)}</span>
          ) : (
            drawn(child)
          )}
        </Fragment>
      ))}
    </li>
  );
}

function list(node: List): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list have no other identity
  const items = node.children.map((item, index) => <Item key={index} item={item} />);
  return node.ordered === true ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

function table(node: Table): ReactNode {
  const [head, ...body] = node.children.map((row) =>
    row.children.map((cell) => markdownInline(cell.children)),
  );
  return <ScrollingTable head={head ?? []} body={body} align={node.align ?? []} />;
}

function drawn(node: RootContent): ReactNode {
  switch (node.type) {
    case 'heading':
      // One level for all: what a message begins with is not known to the page around it.
      return <h3 className={`markdown-heading-${node.depth}`}>{markdownInline(node.children)}</h3>;
    case 'paragraph':
      return <p>{markdownInline(node.children)}</p>;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'blockquote':
      return <blockquote>{drawAll(node.children)}</blockquote>;
    case 'list':
      return list(node);
    case 'table':
      return table(node);
    case 'thematicBreak':
      return <hr className="divider" />;
    case 'html':
      return <p>{node.value}</p>;
    case 'footnoteDefinition':
      return (
        <div className="footnote">
          [{node.label ?? node.identifier}] {drawAll(node.children)}
        </div>
      );
    default:
      return null;
  }
}

function drawAll(nodes: readonly RootContent[]): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
    <Fragment key={index}>{drawn(node)}</Fragment>
  ));
}

/** A `markdown` block: standard Markdown with GitHub's additions, HTML shown as text. */
export function Markdown({ text }: { text: string }) {
  const root = useMemo(
    () => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
    [text],
  );
  return <div className="markdown">{drawAll(root.children)}</div>;
}
