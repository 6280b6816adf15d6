import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as plainText } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

/** A stretch of text in one style, or the mark of a footnote. */
export type Run =
  | { kind: 'text'; text: string; bold: boolean; italics: boolean }
  | { kind: 'footnote'; number: number };

export type SourceBlock =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  | { kind: 'table'; rows: string[][] };

export interface SourceText {
  title: string;
  blocks: SourceBlock[];
  /** In order of number, which counts from 1. */
  footnotes: string[];
}

/**
 * Reads the Markdown in which a sample document is written. Only what the samples use is known.
 *
 * @throws {Error} on anything else, so that no text is lost in silence.
 */
export function parseSourceText(markdown: string): SourceText {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const source: SourceText = { title: '', blocks: [], footnotes: [] };
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 1) source.title = typographic(plainText(node));
    else if (node.type === 'footnoteDefinition') {
      source.footnotes[Number(node.identifier) - 1] = typographic(plainText(node));
    } else source.blocks.push(toBlock(node));
  }
  return source;
}

function toBlock(node: Node): SourceBlock {
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', level: node.depth, text: typographic(plainText(node)) };
    case 'paragraph':
      return { kind: 'paragraph', runs: node.children.flatMap((child) => toRuns(child)) };
    case 'list': {
      const items = node.children.map((item) =>
        item.children.flatMap((part) =>
          part.type === 'paragraph' ? part.children.flatMap((child) => toRuns(child)) : [],
        ),
      );
      return { kind: 'list', ordered: node.ordered === true, items };
    }
    case 'table': {
      const rows = node.children.map((row) =>
        row.children.map((cell) => typographic(plainText(cell))),
      );
      return { kind: 'table', rows };
    }
    default:
      throw new Error(`the sources of sample documents may not contain a ${node.type}`);
  }
}

function toRuns(node: Node, bold = false, italics = false): Run[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: typographic(node.value), bold, italics }];
    case 'strong':
      return node.children.flatMap((child) => toRuns(child, true, italics));
    case 'emphasis':
      return node.children.flatMap((child) => toRuns(child, bold, true));
    case 'footnoteReference':
      return [{ kind: 'footnote', number: Number(node.identifier) }];
    default:
      throw new Error(`a paragraph of a sample document may not contain a ${node.type}`);
  }
}

/** Straight quotation marks, easy to type, become the curved ones that print has. */
function typographic(text: string): string {
  return text
    .replaceAll(/(?<=^|[\s(])"/g, '“')
    .replaceAll('"', '”')
    .replaceAll("'", '’');
}
