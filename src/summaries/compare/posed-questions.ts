import { type Candidate, holdsOrder } from '../../answering/index.ts';
import { splitSentences } from '../../library/index.ts';
import type { ReadPublication } from '../read-publication.ts';

const heading =
  /^(?:\d[\d.]*\s+)?(?:the |our |research |study |key )*(?:questions?|aims?|objectives?|purpose)\b/iu;
const longestPosed = 400;
const leastWords = 5;

/**
 * Questions that a publication poses below a heading such as `Question` or `Aims`. They state
 * nothing, so that they are quoted nowhere else; what a publication asks is what they are.
 */
export function posedQuestions({ publication, text, passages }: ReadPublication): Candidate[] {
  return text.headings.flatMap(({ offset, text: name }, index) => {
    if (!heading.test(name)) return [];
    const from = offset + name.length;
    const until = text.headings[index + 1]?.offset ?? text.text.length;
    const section = text.text.slice(from, until);
    return splitSentences(section.replace(/\s/g, ' ')).flatMap(({ start, end }): Candidate[] => {
      const posed = section.slice(start, end);
      const passage = passages.find(
        ({ characterStart, characterEnd }) =>
          characterStart <= from + start && from + end <= characterEnd,
      );
      if (passage === undefined || !isQuestion(posed)) return [];
      return [
        {
          kind: 'sentence',
          rank: 0,
          position: 0,
          retrieved: {
            passage,
            publication,
            score: 0,
            lexicalScore: null,
            semanticSimilarity: null,
          },
          source: passage,
          ranges: [{ start: from + start, end: from + end }],
          text: posed,
          headings: [name],
          previous: null,
          next: null,
          group: null,
        },
      ];
    });
  });
}

function isQuestion(text: string): boolean {
  return (
    text.endsWith('?') &&
    text.length <= longestPosed &&
    text.split(/\s+/).length >= leastWords &&
    !/[\r\n]{2}/.test(text) &&
    !holdsOrder(text)
  );
}
