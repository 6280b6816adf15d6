import { type Analyser, createAnalyser } from '../../retrieval/index.ts';

let analyser: Analyser | null = null;

/**
 * Stems of a text's words, stop words left out, as the indexes count them. One analyser for all
 * checks, made when first needed: a claim goes through many, and each remembers words for the next.
 */
export function stemsOf(text: string): string[] {
  analyser ??= createAnalyser();
  return analyser.terms(text);
}
