import type { Line } from './pdf-text.ts';

const bullet = /^[•‣▪●◦·∙■□▶►➢➤✓✔–—*\uf0b7\uf0a7\uf0d8\uf0fc\uf02d-]$/u;
const bulletStart = /^[•‣▪●◦∙■□▶►➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc]\s*(?=\S)|^[–—·*-]\s+(?=\S)/u;
const itemNumber = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\.)$/;
const itemNumberStart =
  /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})\.|[A-Z]\.(?=\s+\p{Ll}))\s+(?=\S)/u;
const sectionNumber = /^(?:\d{1,2}(?:\.\d{1,3}){1,4}\.?|\d{1,3}\.?|[A-Z]|[IVX]{1,5}\.)$/;

const sectionNumberStart = /^\d{1,2}(?:\.\d{1,3}){1,4}\.?\s+(?=\p{Lu}|[“‘"(])/u;

/** What opens a line: a bullet, the number of an item, or the number of a section or paragraph. */
export interface Marker {
  kind: 'bullet' | 'item-number' | 'section-number';
  /** The line's text, without a bullet, with a number. */
  text: string;
  /** Where the text after the marker begins, in points. */
  textX: number;
}

/** The marker of a line; null for a line that has none, or that is a row of cells. */
export function markerOf(line: Line): Marker | null {
  const [first, second, ...others] = line.segments;
  if (!first || others.length > 0) return null;
  if (second) return markerApart(first.text, second.text, second.x0, line);
  if (bulletStart.test(first.text)) {
    return {
      kind: 'bullet',
      text: first.text.replace(bulletStart, ''),
      textX: line.x0 + line.size,
    };
  }
  if (sectionNumberStart.test(first.text)) {
    return { kind: 'section-number', text: first.text, textX: line.x0 + line.size * 2 };
  }
  if (!itemNumberStart.test(first.text)) return null;
  return { kind: 'item-number', text: first.text, textX: line.x0 + line.size * 1.5 };
}

/** A marker set apart from its text by a tab. */
function markerApart(marker: string, text: string, textX: number, line: Line): Marker | null {
  if (textX - line.x0 > line.size * 7 || !/\p{L}/u.test(text)) return null;
  if (bullet.test(marker) || marker === 'o') return { kind: 'bullet', text, textX };
  const joined = `${marker} ${text}`;
  if (itemNumber.test(marker)) return { kind: 'item-number', text: joined, textX };
  return sectionNumber.test(marker) ? { kind: 'section-number', text: joined, textX } : null;
}
