import { zipOf } from './zip-of.ts';

const drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const presentation = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Slide {
  title: string;
  lines?: string[];
  rows?: string[][];
  notes?: string;
  footer?: string;
}

/**
 * A PowerPoint file with the slides in the order given; their files are named in the opposite order,
 * as happens when slides are moved.
 */
export function slides(all: readonly Slide[]): Buffer {
  const parts: Record<string, string> = { '[Content_Types].xml': '<Types/>' };
  const number = (index: number) => all.length - index;
  parts['ppt/presentation.xml'] =
    `<p:presentation ${presentation} ${relations}><p:sldIdLst>${all.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join('')}</p:sldIdLst></p:presentation>`;
  parts['ppt/_rels/presentation.xml.rels'] =
    `<Relationships>${all.map((_, index) => `<Relationship Id="s${index}" Type="${relationType}/slide" Target="slides/slide${number(index)}.xml"/>`).join('')}</Relationships>`;
  for (const [index, slide] of all.entries()) {
    const name = `slide${number(index)}.xml`;
    parts[`ppt/slides/${name}`] =
      `<p:sld ${drawing} ${presentation}><p:cSld><p:spTree>${shapes(slide)}</p:spTree></p:cSld></p:sld>`;
    if (slide.notes === undefined) continue;
    parts[`ppt/slides/_rels/${name}.rels`] =
      `<Relationships><Relationship Id="n1" Type="${relationType}/notesSlide" Target="../notesSlides/notes${index}.xml"/></Relationships>`;
    parts[`ppt/notesSlides/notes${index}.xml`] =
      `<p:notes ${drawing} ${presentation}><p:cSld><p:spTree>${shape('sldNum', ['9'])}${shape('body', [slide.notes])}</p:spTree></p:cSld></p:notes>`;
  }
  return zipOf(parts);
}

function shapes({ title, lines = [], rows = [], footer }: Slide): string {
  const table = rows
    .map(
      (row) =>
        `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${paragraph(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`,
    )
    .join('');
  return [
    shape('body', lines),
    rows.length > 0
      ? `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${table}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
      : '',
    footer === undefined ? '' : shape('ftr', [footer]),
    shape('title', [title]),
  ].join('');
}

function shape(type: string, lines: readonly string[]): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${lines.map(paragraph).join('')}</p:txBody></p:sp>`;
}

function paragraph(text: string): string {
  return `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
}
