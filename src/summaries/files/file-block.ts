/** A stretch of text that looks the same throughout; holds words of documents and people. */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  /** BCP 47 tag where it is not English. */
  language?: string;
}

/** One paragraph. */
export type Line = readonly Run[];

/** What a report is made of in a file, whatever its format. */
export type FileBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; items: readonly Line[] }
  /** What somebody said, set apart. */
  | { kind: 'quote'; line: Line }
  /** A source: its line, and the address of the original if there is one. */
  | { kind: 'source'; line: Line; address: string | null }
  /** In small letters; `about` tells whether it is of what stands above it. */
  | { kind: 'small-print'; line: Line; about?: 'quote' }
  /** Each row has as many cells as the header; a cell may have several paragraphs, or none. */
  | { kind: 'table'; header: readonly string[]; rows: readonly (readonly (readonly Line[])[])[] };

export const plain = (text: string): Run => ({ text });
export const bold = (text: string): Run => ({ text, bold: true });
export const italic = (text: string): Run => ({ text, italic: true });
