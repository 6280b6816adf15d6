import type { ReactNode } from 'react';

type Align = 'left' | 'center' | 'right' | null | undefined;

/** A table that scrolls sideways where it is too wide, with the keyboard too. */
export function ScrollingTable(props: {
  head: ReactNode[];
  body: ReactNode[][];
  align?: readonly Align[];
  /** Columns whose text may not be broken into lines. */
  unbroken?: readonly boolean[];
}) {
  const { head, body, align = [], unbroken = [] } = props;
  const styleOf = (column: number) => ({
    textAlign: align[column] ?? ('left' as const),
    ...(unbroken[column] === true && { whiteSpace: 'nowrap' as const }),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <div className="table-frame" role="group" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={column} scope="col" style={styleOf(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column} style={styleOf(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
