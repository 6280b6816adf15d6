import { createRandom, type Random } from '../../evaluation/index.ts';
import { createTopicModel, type TopicModel } from './topic-model.ts';
import { functionWords, wordOfRank } from './word-of-rank.ts';

export interface SyntheticPublication {
  /** Unique. */
  source: string;
  title: string;
  /** Paragraphs divided by empty lines. */
  text: string;
}

// Together with those the language at large brings, nearly half of all words are function words, as
// in English text.
const shareOfFunctionWords = 0.25;
const shareOfTopicWords = 0.22;
const shareOfRepeatedWords = 0.1;
const shareOfInflectedWords = 0.15;
const inflections = ['s', 'ed', 'ing'];

/**
 * An endless library of made-up publications whose words are distributed as in natural text:
 * frequencies fall and the vocabulary grows as in English, a publication is about two topics, words
 * once used come back (burstiness; Simon, Biometrika 42, 1955), sentences and publications have
 * lengths spread log-normally. Nothing of it is stored: the same seed writes
 * the same text.
 */
export function* syntheticPublications(seed: number): Generator<SyntheticPublication> {
  const topics = createTopicModel(seed);
  for (let index = 0; ; index += 1) {
    const random = createRandom(seed * 1_000_003 + index + 1);
    yield writePublication(`synthetic/${index}.txt`, topics, random);
  }
}

function writePublication(
  source: string,
  topics: TopicModel,
  random: Random,
): SyntheticPublication {
  const pick = (): number => Math.floor(random() * topics.topicCount);
  const [main, side] = [pick(), pick()];
  const used: number[] = [];
  const nextWord = (): string => {
    const kind = random();
    let rank: number;
    if (kind < shareOfFunctionWords) {
      rank = topics.drawFunctionWord(random);
    } else if (kind < shareOfFunctionWords + shareOfTopicWords) {
      rank = topics.drawOfTopic(random() < 0.7 ? main : side, random);
    } else if (kind > 1 - shareOfRepeatedWords && used.length > 0) {
      rank = used[Math.floor(random() * used.length)] ?? 0;
    } else {
      rank = topics.drawCommon(random);
    }
    if (rank < functionWords.length) return wordOfRank(rank);
    used.push(rank);
    const ending =
      random() < shareOfInflectedWords
        ? inflections[Math.floor(random() * inflections.length)]
        : '';
    return wordOfRank(rank) + (ending ?? '');
  };

  const title = Array.from({ length: 6 }, () => wordOfRank(topics.drawOfTopic(main, random)));
  const wordsWanted = logNormal(random, 1_500, 0.6, 150, 12_000);
  const paragraphs: string[] = [];
  for (let words = 0; words < wordsWanted; ) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
      const length = logNormal(random, 19, 0.45, 4, 70);
      words += length;
      return writeSentence(length, nextWord, random);
    });
    paragraphs.push(sentences.join(' '));
  }
  return { source, title: capitalise(title.join(' ')), text: paragraphs.join('\n\n') };
}

function writeSentence(length: number, nextWord: () => string, random: Random): string {
  let sentence = capitalise(nextWord());
  for (let position = 1; position < length; position += 1) {
    const comma = random() < 0.05 ? ',' : '';
    sentence += `${comma} ${nextWord()}`;
  }
  return `${sentence}.`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whole number from a log-normal distribution, kept within bounds (Box-Muller transform). */
function logNormal(
  random: Random,
  median: number,
  spread: number,
  least: number,
  most: number,
): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(Math.min(most, Math.max(least, median * Math.exp(spread * normal))));
}
