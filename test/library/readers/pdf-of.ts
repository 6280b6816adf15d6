import PDFDocument from 'pdfkit';

type Pdf = InstanceType<typeof PDFDocument>;

/** A PDF drawn by `draw`; its first page exists already. */
export function pdfOf(
  draw: (pdf: Pdf) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 72, ...options });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

/** Writes lines of text at a place, one below the other, each on its own. */
export function writeLines(
  pdf: Pdf,
  lines: readonly string[],
  { x, y, leading = 14 }: { x: number; y: number; leading?: number },
): void {
  for (const [index, line] of lines.entries()) {
    pdf.text(line, x, y + index * leading, { lineBreak: false });
  }
}
