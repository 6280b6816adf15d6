import { createRandom, type Random } from '../../evaluation/index.ts';
import { createWeightedDraw, wordFrequency } from './word-frequencies.ts';
import { functionWords } from './word-of-rank.ts';

/** What the synthetic library is about. */
export interface TopicModel {
  topicCount: number;
  /** Rank of a word as the language at large uses it. */
  drawCommon(random: Random): number;
  drawFunctionWord(random: Random): number;
  /** Rank of a word of a topic. */
  drawOfTopic(topic: number, random: Random): number;
}

const topicCount = 150;
const wordsPerTopic = 400;
/** Large enough that new words keep coming however much is written. */
const vocabularySize = 1_000_000;
const rarestTopicWord = 15_000;

/**
 * Topics share words, as fields of work do: each has its own words of middling frequency, drawn
 * from one vocabulary, so that words of a topic occur together and a semantic index finds structure.
 */
export function createTopicModel(seed: number): TopicModel {
  const random = createRandom(seed);
  const firstContentRank = functionWords.length;
  const drawCommon = createWeightedDraw(vocabularySize, wordFrequency);
  const drawPosition = createWeightedDraw(wordsPerTopic, wordFrequency);
  const drawFunctionWord = createWeightedDraw(functionWords.length, wordFrequency);
  const span = Math.log(rarestTopicWord / firstContentRank);
  const words = Array.from({ length: topicCount }, () =>
    Int32Array.from({ length: wordsPerTopic }, () =>
      Math.floor(firstContentRank * Math.exp(random() * span)),
    ),
  );
  return {
    topicCount,
    drawCommon,
    drawFunctionWord,
    drawOfTopic: (topic, source) => words[topic]?.[drawPosition(source)] ?? firstContentRank,
  };
}
