import type { ReactNode } from 'react';
import { type Fields, listOf } from '../read-block.ts';
import { indentOf, listStarts } from './list-starts.ts';
import { RichTextInline } from './rich-text-inline.tsx';
import { Undrawn } from './undrawn.tsx';

function runs(element: Fields): ReactNode {
  return listOf(element.elements).map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no other identity
    <RichTextInline key={index} element={run} />
  ));
}

function List({ list, start }: { list: Fields; start: number }) {
  const depth = indentOf(list);
  const items = listOf(list.elements).map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list have no other identity
    <li key={index}>{runs(item)}</li>
  ));
  const indent = { '--indent': depth } as React.CSSProperties;
  return list.style === 'ordered' ? (
    <ol className={`rich-list rich-list-${depth % 3}`} style={indent} start={start}>
      {items}
    </ol>
  ) : (
    <ul className={`rich-list rich-list-${depth % 3}`} style={indent}>
      {items}
    </ul>
  );
}

function part(element: Fields, start: number): ReactNode {
  switch (element.type) {
    case 'rich_text_section':
      return <p>{runs(element)}</p>;
    case 'rich_text_list':
      return <List list={element} start={start} />;
    case 'rich_text_quote':
      return <blockquote>{runs(element)}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{runs(element)}</pre>;
    default:
      return <Undrawn kind="element" value={element} />;
  }
}

/** A `rich_text` block: paragraphs, lists, quotes and code, in its order. */
export function RichText({ block }: { block: Fields }) {
  const elements = listOf(block.elements);
  const starts = listStarts(elements);
  return (
    <div className="rich-text">
      {elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
        <div key={index}>{part(element, starts[index] ?? 1)}</div>
      ))}
    </div>
  );
}
