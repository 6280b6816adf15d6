import type PDFDocument from 'pdfkit';

const padding = { across: 6, down: 4.5 };
const fontSize = 9;

/** Draws a ruled table at the current height, its first row as the head; never breaks a row. */
export function drawTable(
  document: InstanceType<typeof PDFDocument>,
  rows: readonly string[][],
  { left, accent }: { left: number; accent: string },
): void {
  const available = document.page.width - left - document.page.margins.right;
  const widths = columnWidths(rows, available);
  const heightOf = (row: readonly string[], head: boolean): number => {
    document.font(head ? 'Helvetica-Bold' : 'Helvetica').fontSize(fontSize);
    const heights = row.map((cell, column) =>
      document.heightOfString(cell, { width: (widths[column] ?? 0) - 2 * padding.across }),
    );
    return Math.max(...heights) + 2 * padding.down;
  };
  const total = rows.reduce((sum, row, index) => sum + heightOf(row, index === 0), 0);
  const bottom = document.page.height - document.page.margins.bottom;
  if (document.y + total > bottom) document.addPage();

  document.moveDown(0.2);
  let top = document.y;
  for (const [index, row] of rows.entries()) {
    const head = index === 0;
    const height = heightOf(row, head);
    if (head) document.rect(left, top, available, height).fill('#e6eef3');
    let x = left;
    for (const [column, cell] of row.entries()) {
      const width = widths[column] ?? 0;
      document
        .font(head ? 'Helvetica-Bold' : 'Helvetica')
        .fontSize(fontSize)
        .fillColor(head ? accent : 'black')
        .text(cell, x + padding.across, top + padding.down, {
          width: width - 2 * padding.across,
        });
      x += width;
    }
    top += height;
    document
      .moveTo(left, top)
      .lineTo(left + available, top)
      .lineWidth(0.4)
      .stroke('#9aa7b0');
  }
  document.x = left;
  document.y = top;
  document.fontSize(11.4).moveDown(0.8);
}

/** Shares the width by the longest cell of each column, long ones capped, none below its longest word. */
function columnWidths(rows: readonly string[][], available: number): number[] {
  const columns = rows[0]?.length ?? 0;
  const weights = Array.from({ length: columns }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const longestCell = Math.max(...cells.map((cell) => cell.length));
    const words = cells.flatMap((cell) => cell.split(' '));
    const longestWord = Math.max(...words.map((word) => word.length));
    return Math.max(longestWord, Math.min(longestCell, 38)) + 4;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum) * available);
}
