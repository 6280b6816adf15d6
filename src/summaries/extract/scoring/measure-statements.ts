import type { Candidate } from '../../../answering/index.ts';
import { createAnalyser } from '../../../retrieval/index.ts';
import { countWords } from './count-words.ts';
import { type MarkingPhrase, markingPhraseNames, markingPhrases } from './marking-phrases.ts';
import { measureCentrality } from './measure-centrality.ts';

/**
 * What speaks for and against a statement as part of a summary. Names are those of the
 * coefficients. All mean the same in a short text and in a long one, so none looks at where a
 * statement stands. Phrases are 1 where they occur, else 0.
 */
export interface StatementFeatures extends Record<MarkingPhrase, number> {
  /** What it has in common with all others, in standard deviations, -3..3. */
  centrality: number;
  /** Share of the title's terms that it has, 0..1. */
  subject: number;
  /** How far it is beyond 35 words, in 35 words, 0..1. */
  long: number;
  /** Share of its characters that are in brackets, 0..1. */
  bracketed: number;
  /** How far the share of its words that have digits is beyond a tenth: a row of statistics. */
  crowded: number;
  /** Letters a word, in fives: long words are hard to read. */
  wordLength: number;
}

export interface MeasuredStatement {
  candidate: Candidate;
  features: StatementFeatures;
  /** Stems of its words, stop words left out. */
  terms: ReadonlySet<string>;
  words: number;
}

const mostWords = 35;
const mostFigures = 0.1;

/** Reads every statement of a publication once. */
export function measureStatements(
  candidates: readonly Candidate[],
  { title, language }: { title: string; language: string },
): MeasuredStatement[] {
  const analyser = createAnalyser();
  const sequences = candidates.map(({ text }) => analyser.terms(text));
  const centralities = measureCentrality(sequences);
  const isEnglish = /^en\b/i.test(language);
  const titleTerms = new Set(analyser.terms(title));
  return candidates.map((candidate, index) => {
    const { text } = candidate;
    const terms = new Set(sequences[index]);
    const words = countWords(text);
    return {
      candidate,
      terms,
      words,
      features: {
        centrality: centralities[index] ?? 0,
        subject: titleTerms.size === 0 ? 0 : titleTerms.intersection(terms).size / titleTerms.size,
        long: Math.max(0, Math.min(words, 2 * mostWords) - mostWords) / mostWords,
        ...surfaceOf(text),
        ...phrasesOf(isEnglish ? text : ''),
      },
    };
  });
}

function surfaceOf(text: string): Pick<StatementFeatures, 'bracketed' | 'crowded' | 'wordLength'> {
  const words = text.split(/\s+/);
  const figures = words.filter((word) => /\d/.test(word)).length / words.length;
  const bracketed = text.match(/[([][^)\]]*[)\]]/g) ?? [];
  const plain = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return {
    bracketed: bracketed.join('').length / Math.max(1, text.length),
    crowded: Math.max(0, figures - mostFigures),
    wordLength: plain.join('').length / Math.max(1, plain.length) / 5,
  };
}

function phrasesOf(text: string): Record<MarkingPhrase, number> {
  return Object.fromEntries(
    markingPhraseNames.map((name) => [name, markingPhrases[name].test(text) ? 1 : 0]),
  ) as Record<MarkingPhrase, number>;
}
