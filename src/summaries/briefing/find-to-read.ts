import {
  findOnTopic,
  type OnTopic,
  type SearchParts,
  type SearchScope,
  type TopicWords,
} from '../../answering/index.ts';
import type { Publication } from '../../library/index.ts';
import type { Topic } from './read-topic.ts';

/** A publication to read, and what it is about. */
export interface ToRead extends OnTopic {
  /** Words of the parts of the topic that it is about; at least one. */
  words: TopicWords[];
}

/** What there is to read on a topic. */
export interface FoundToRead {
  /** What is about the most parts first, then the most relevant. */
  publications: ToRead[];
  /** Parts of a composite topic, with their words as publications have them; none of a plain one. */
  parts: { name: string; words: TopicWords }[];
  /** What comes nearest, best first. */
  nearest: Publication[];
}

/**
 * Looks a topic up, or each part of one that the library knows only by its parts: where a publication
 * writes `advice and guidance`, that is one thing.
 */
export async function findToRead(
  parts: Pick<SearchParts, 'retriever' | 'termStatistics'>,
  topic: Topic,
  scope: SearchScope,
): Promise<FoundToRead> {
  const whole = await findOnTopic(parts, topic.query, scope);
  const { nearest } = whole;
  if (topic.parts.length === 0 || whole.publications.some((each) => writes(each, topic.query))) {
    const publications = whole.publications.map((each) => ({ ...each, words: [whole.words] }));
    return { publications, parts: [], nearest };
  }
  const found = new Map<string, ToRead>();
  const told: FoundToRead['parts'] = [];
  for (const name of topic.parts) {
    const { words, publications } = await findOnTopic(parts, name, scope);
    told.push({ name, words });
    for (const each of publications) {
      const known = found.get(each.publication.id);
      if (known === undefined) found.set(each.publication.id, { ...each, words: [words] });
      else {
        known.words.push(words);
        known.relevance = Math.max(known.relevance, each.relevance);
      }
    }
  }
  return {
    publications: [...found.values()].sort(
      (left, right) => right.words.length - left.words.length || right.relevance - left.relevance,
    ),
    parts: told,
    nearest,
  };
}

/** Whether a publication has the topic's words as they were typed. */
function writes({ publication, passages }: OnTopic, text: string): boolean {
  const typed = plain(text);
  return [publication.title, ...passages.map(({ passage }) => passage.text)].some((each) =>
    plain(each).includes(typed),
  );
}

const plain = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
