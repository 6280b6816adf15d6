import { Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Report } from '../report.ts';
import { cleanText } from './clean-text.ts';
import { docxElements } from './docx-elements.ts';
import { docxStyles } from './docx-styles.ts';
import { layOutReport, type ReportFileOptions } from './lay-out-report.ts';

/** A table of more columns than this lies across the page. */
const mostColumnsUpright = 5;
/** Twentieths of a point: 2 cm. */
const margin = 1_134;
/** A4. */
const paper = { width: 11_906, height: 16_838 };

/** See `reportDocx`. */
export async function writeDocx(report: Report, options: ReportFileOptions): Promise<Uint8Array> {
  const blocks = layOutReport(report, options);
  const isWide = blocks.some(
    (block) => block.kind === 'table' && block.header.length > mostColumnsUpright,
  );
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const textWidth = (isWide ? paper.height : paper.width) - 2 * margin;
  const document = new Document({
    title: cleanText(report.title),
    description: cleanText(report.description),
    creator: 'Concord',
    lastModifiedBy: 'Concord',
    styles: docxStyles,
    sections: [
      {
        properties: {
          page: {
            size: { ...paper, orientation },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: pageNumbers() },
        children: blocks.flatMap((block) => docxElements(block, textWidth)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function pageNumbers(): Footer {
  const run = new TextRun({
    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [new Paragraph({ style: 'SmallPrint', children: [run] })] });
}
