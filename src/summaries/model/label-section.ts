import type { LabelledPassages } from '../../answering/index.ts';
import type { Passage, Publication } from '../../library/index.ts';
import { asData } from '../../prompting/index.ts';

/** Passages of one publication by the id that a model is shown, `P1` and so on. */
export function labelPassagesOf(
  publication: Publication,
  passages: readonly Passage[],
): LabelledPassages {
  const unranked = { publication, score: 0, lexicalScore: null, semanticSimilarity: null };
  return new Map(passages.map((passage, at) => [`P${at + 1}`, { ...unranked, passage }]));
}

/** Passages of one publication as a model reads them, each between delimiters, under its headings. */
export function showSection(labelled: LabelledPassages, marker: string): string {
  return [...labelled]
    .map(
      ([
        id,
        {
          passage: { headingPath, text },
        },
      ]) => asData([id, ...headingPath.slice(-2)].join(', '), text, marker),
    )
    .join('\n\n');
}
