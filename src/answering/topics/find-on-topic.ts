import type { Publication } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import { findCandidates } from '../extract/find-candidates.ts';
import type { SearchParts, SearchScope } from '../find-passages.ts';
import { createTopicWords, type TopicWords } from './topic-words.ts';

/** A publication that is about a topic. */
export interface OnTopic {
  publication: Publication;
  /** Combined score of its best passage, 0..1, as a share of the best there is on this topic. */
  relevance: number;
  /** At most three, best first. */
  passages: RetrievedPassage[];
}

/** What the library holds on a topic. */
export interface TopicFindings {
  words: TopicWords;
  /** Those about it, the most relevant first. */
  publications: OnTopic[];
  /** What comes nearest, whether about it or not; best first. */
  nearest: Publication[];
}

/** Deep enough for every publication that a list of what there is to read could hold. */
const passagesPerTopic = 90;
const perPublication = 3;
/**
 * What a publication's best passage has to reach: a share of the score of the topic's best passage,
 * a share of what the topic's words tell, held with headings and title, and both together. What the
 * library knows nothing of has a best passage, too, and what shares a common word holds little.
 *
 * With what follows, precision is .81 and recall .64 for subjects of gov.uk's guidance whose sections
 * do not name them in their titles, .98 and 1 where they do.
 */
const least = { relevance: 0.55, coverage: 0.35, together: 1.05 } as const;
/**
 * The library knows a topic when some passage holds as much of what its words tell: of a few words
 * nearly all, since one of two is held by chance; of many less, which nobody repeats word for word.
 */
const knownFrom = [
  { mostTerms: 3, coverage: 0.7 },
  { mostTerms: 5, coverage: 0.5 },
  { mostTerms: Number.POSITIVE_INFINITY, coverage: 0.35 },
] as const;
/** A title that holds all of the topic names it, wherever its text stands. */
const wholly = 0.99;
/** A topic of which hardly a trace is found has no best passage to be measured by. */
const smallestScale = 0.1;
/** Share of what the topic's words tell that headings hold which name it, and a sentence that mentions it. */
const namesIt = 0.35;
const mentionsIt = 0.5;
/** One that only mentions the topic is not about it: in how many of its sentences it has to. */
const fewestMentions = 2;
const leastDensity = 0.15;
/** What comes as near to the best is about the topic, however it puts it. */
const foremost = 0.9;
/** Of what does not, the words of a short topic have to stand together: a life's end is no `end of life`. */
const nearEnough = 0.7;
const mostTermsTogether = 4;

/**
 * Finds the publications that are about a topic, not all that share a word with it; superseded and
 * retracted ones, too.
 *
 * @param topic words for it, identifiers of people redacted.
 */
export async function findOnTopic(
  { retriever, termStatistics }: Pick<SearchParts, 'retriever' | 'termStatistics'>,
  topic: string,
  { audiences, signal }: SearchScope,
): Promise<TopicFindings> {
  signal?.throwIfAborted();
  const { passages } = await retriever.retrieve({
    query: topic,
    audiences,
    limit: passagesPerTopic,
    perPublication,
    ...(signal === undefined ? {} : { signal }),
  });
  signal?.throwIfAborted();
  const words = createTopicWords(topic, termStatistics());
  // What shares a word alone, such as a verb, is no measure.
  const onTopic = passages.filter((each) => words.coverage(wordsOf(each)) >= least.coverage);
  const scale = Math.max(...onTopic.map(({ score }) => score), smallestScale);
  const found = [...Map.groupBy(passages, ({ publication }) => publication.id).values()].flatMap(
    (group): OnTopic[] => {
      const best = group.toSorted((left, right) => right.score - left.score);
      const [first] = best;
      if (first === undefined) return [];
      return [{ publication: first.publication, relevance: first.score / scale, passages: best }];
    },
  );
  return {
    words,
    publications: isKnown(found, words)
      ? found
          .filter((each) => isAbout(each, words))
          .sort((left, right) => right.relevance - left.relevance)
      : [],
    nearest: found.map(({ publication }) => publication),
  };
}

function isKnown(found: readonly OnTopic[], words: TopicWords): boolean {
  const needed = knownFrom.find(({ mostTerms }) => words.size <= mostTerms)?.coverage ?? 1;
  return found.some(({ passages }) =>
    passages.some((each) => words.coverage(wordsOf(each)) >= needed),
  );
}

function isAbout({ relevance, passages }: OnTopic, words: TopicWords): boolean {
  const [best] = passages;
  if (best === undefined) return false;
  if (words.coverage(best.publication.title) >= wholly) return true;
  const holds = passages.some((each) => {
    const coverage = words.coverage(wordsOf(each));
    const share = (each.score / best.score) * relevance;
    return (
      share >= least.relevance && coverage >= least.coverage && share + coverage >= least.together
    );
  });
  if (!holds) return false;
  if (passages.some((each) => words.coverage(headingsOf(each)) >= namesIt)) return true;
  if (
    relevance < nearEnough &&
    words.size <= mostTermsTogether &&
    !passages.some((each) => words.standTogether(wordsOf(each)))
  ) {
    return false;
  }
  const sentences = findCandidates(passages, new Map());
  const mentions = sentences.filter(({ text }) => words.coverage(text) >= mentionsIt);
  return (
    relevance > foremost ||
    mentions.length >= fewestMentions ||
    mentions.length >= leastDensity * sentences.length
  );
}

const headingsOf = ({ publication, passage }: RetrievedPassage): string =>
  [publication.title, ...passage.headingPath].join('\n');

const wordsOf = (retrieved: RetrievedPassage): string =>
  `${headingsOf(retrieved)}\n${retrieved.passage.text}`;
