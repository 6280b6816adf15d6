const cellBar = ' | ';
/** `4.12. ` or `A1.2. ` at the head of a numbered paragraph. */
const paragraphNumber = /^[A-Z]?\d{1,2}(?:\.\d{1,3})+\.?\s+/;

/**
 * A claim's words, made from the parts of its quote: a table row says what each of its cells is,
 * and a list item
 * or numbered paragraph loses its mark.
 *
 * @param parts verbatim; the lead-in or the table's header first where there is one.
 */
export function claimText(
  kind: 'sentence' | 'list-item' | 'table-row',
  parts: readonly string[],
): string {
  const own = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (kind === 'table-row' && parts.length === 2) return rowText(first, own);
  if (kind === 'list-item') {
    const item = own.replace(
      /^(?:[\u2022\u2023\u25aa\u25cf\u25e6*\u2013-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+/,
      '',
    );
    const leadIn = first.replace(paragraphNumber, '').replace(/\s+/g, ' ');
    return parts.length === 2 ? `${leadIn} ${item}` : item;
  }
  if (kind === 'table-row') return own.replace(cellBar, ': ').replaceAll(cellBar, '; ');
  return parts.join(' ').replace(/\s+/g, ' ').replace(paragraphNumber, '');
}

/** `Size | 9,000 | 225` under `In 2014 | Alliance | Network`: `Size – Alliance: 9,000; Network: 225`. */
function rowText(header: string, row: string): string {
  const names = header.split(cellBar).map((cell) => cell.trim());
  const [subject = '', ...cells] = row.split(cellBar).map((cell) => cell.trim());
  const pairs = cells.flatMap((cell, index) => {
    const name = names[index + 1];
    if (cell === '') return [];
    return [name ? `${name}: ${cell}` : cell];
  });
  return pairs.length === 0 ? subject : `${subject} \u2013 ${pairs.join('; ')}`;
}
