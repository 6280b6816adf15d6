import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { ReadDocument } from '../document.ts';
import { splitFrontMatter, YamlProblem } from '../metadata/front-matter.ts';
import { decodeText } from './decode-text.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { ReadFailure } from './read-failure.ts';
import type { ReaderInput } from './reader.ts';

/** Reads GitHub-flavoured Markdown with optional YAML front matter. */
export async function readMarkdown({ bytes }: ReaderInput): Promise<ReadDocument> {
  const { frontMatter, body } = split(decodeText(bytes));
  const tree = fromMarkdown(body, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return {
    format: 'markdown',
    blocks: markdownBlocks(tree),
    pageCount: null,
    pageLabels: null,
    properties: frontMatter ? { frontMatter } : {},
    warnings: [],
  };
}

function split(text: string) {
  try {
    return splitFrontMatter(text);
  } catch (cause) {
    if (!(cause instanceof YamlProblem)) throw cause;
    throw new ReadFailure(
      'file-malformed',
      `has front matter that is not valid YAML (${cause.message}, counted from the first \`---\`)`,
      'Correct the lines between the two `---` at its top.',
      cause,
    );
  }
}
