import { memo } from 'react';
import { Alert } from './content/alert.tsx';
import { Context } from './content/context.tsx';
import { Markdown } from './content/markdown.tsx';
import { Picture } from './content/picture.tsx';
import { RichText } from './content/rich-text.tsx';
import { Section } from './content/section.tsx';
import { TableBlock } from './content/table-block.tsx';
import { Plan, TaskCard } from './content/tasks.tsx';
import { Undrawn } from './content/undrawn.tsx';
import { InputBlock } from './input-block.tsx';
import { PlacedElement } from './placed-element.tsx';
import { type Fields, listOf, stringOf, textOf } from './read-block.ts';
import { PlainText } from './text/plain-text.tsx';

function Actions({ block, className }: { block: Fields; className: string }) {
  const blockId = stringOf(block.block_id);
  return (
    <div className={className}>
      {listOf(block.elements).map((element, index) => (
        <PlacedElement
          key={stringOf(element.action_id) || index}
          element={element}
          blockId={blockId}
        />
      ))}
    </div>
  );
}

/**
 * One block of any kind; a named placeholder for what is not drawn here. Drawn again only when it
 * is another block: while one message streams, hundreds of others stay as they are.
 */
export const BlockView = memo(function BlockView({ block }: { block: Fields }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h3 className="header-block">
          <PlainText text={textOf(block.text)} />
        </h3>
      );
    case 'divider':
      return <hr className="divider" />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return <Actions block={block} className="actions" />;
    case 'context_actions':
      return <Actions block={block} className="context-actions" />;
    case 'input':
      return <InputBlock block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return <Markdown text={stringOf(block.text)} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'image':
      return <Picture image={block} />;
    case 'alert':
      return <Alert block={block} />;
    case 'task_card':
      return <TaskCard task={block} />;
    case 'plan':
      return <Plan block={block} />;
    default:
      return <Undrawn kind="block" value={block} />;
  }
});
