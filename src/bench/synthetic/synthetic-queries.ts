import { createRandom, type Random } from '../../evaluation/index.ts';
import { functionWords } from './word-of-rank.ts';

export const queryKinds = ['keywords', 'question', 'long'] as const;
export type QueryKind = (typeof queryKinds)[number];

export interface SyntheticQuery {
  kind: QueryKind;
  text: string;
}

const isFunctionWord = new Set(functionWords);

/**
 * Queries as people ask them about given passages: two or three keywords, a question of about a
 * dozen words, and a description of a situation of forty to sixty words, in equal parts.
 *
 * @param passages texts the queries are about; at least one.
 */
export function createSyntheticQueries(
  passages: readonly string[],
  count: number,
  seed: number,
): SyntheticQuery[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = queryKinds[index % queryKinds.length] ?? 'question';
    const passage = passages[Math.floor(random() * passages.length)] ?? '';
    return { kind, text: writeQuery(kind, passage, random) };
  });
}

function writeQuery(kind: QueryKind, passage: string, random: Random): string {
  const words = passage.toLowerCase().match(/[a-z]+/g) ?? [];
  const content = words.filter((word) => !isFunctionWord.has(word));
  const draw = (): string => content[Math.floor(random() * content.length)] ?? 'care';
  switch (kind) {
    case 'keywords':
      return Array.from({ length: 2 + Math.floor(random() * 2) }, draw).join(' ');
    case 'question':
      return `How does the ${draw()} of ${draw()} and ${draw()} in ${draw()} change what ${draw()} can do?`;
    case 'long': {
      const length = 40 + Math.floor(random() * 21);
      const start = Math.floor(random() * Math.max(1, words.length - length));
      return words.slice(start, start + length).join(' ');
    }
  }
}
