import type { ReactNode } from 'react';
import { type Fields, listOf, stringOf } from '../read-block.ts';
import { RichText } from './rich-text.tsx';
import { ScrollingTable } from './scrolling-table.tsx';

const alignments = { left: 'left', center: 'center', right: 'right' } as const;

function cell(value: Fields): ReactNode {
  return value.type === 'rich_text' ? <RichText block={value} /> : stringOf(value.text);
}

/** A `table` block; its first row is its head. */
export function TableBlock({ block }: { block: Fields }) {
  const rows = Array.isArray(block.rows) ? block.rows.map(listOf) : [];
  const settings = listOf(block.column_settings);
  const columns = rows[0]?.length ?? 0;
  const [head = [], ...body] = rows.map((row) => row.map(cell));
  return (
    <ScrollingTable
      head={head}
      body={body}
      align={Array.from({ length: columns }, (_, column) => {
        const align = stringOf(settings[column]?.align);
        return Object.entries(alignments).find(([name]) => name === align)?.[1];
      })}
      unbroken={Array.from({ length: columns }, (_, at) => settings[at]?.is_wrapped === false)}
    />
  );
}
