import type { Analyser } from '../analysis/analyser.ts';

/** A fitted latent semantic space: a weight and a place for every term it knows. */
export interface LatentSemanticModel {
  dimensions: number;
  /** In order of the rows of `termVectors`. */
  terms: readonly string[];
  /** Global weight of each term (inverse document frequency). */
  weights: Float32Array;
  /** Terms × dimensions, row after row. */
  termVectors: Float32Array;
}

const titleWeight = 2;

/** Local weight of a term that occurs `count` times in a text: 1 + ln count. */
export function localWeight(count: number): number {
  return 1 + Math.log(count);
}

/**
 * Terms of a text with their counts. Of a text of several lines the first is its title, which counts
 * twice: it names the subject.
 */
export function countTerms(text: string, analyser: Analyser): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (part: string, weight: number): void => {
    for (const term of analyser.terms(part)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  const titleEnd = text.indexOf('\n');
  if (titleEnd > 0) add(text.slice(0, titleEnd), titleWeight);
  add(titleEnd > 0 ? text.slice(titleEnd) : text, 1);
  return counts;
}

/** What an embedder is given of a passage; the fit and the projection must see the same. */
export interface EmbeddableText {
  title: string;
  headings: string;
  text: string;
}

/** One string for any embedder: title, headings and text, a line each. */
export function textToEmbed({ title, headings, text }: EmbeddableText): string {
  return [title, headings, text].filter((part) => part !== '').join('\n');
}
