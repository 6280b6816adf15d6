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

/** Local weight of a term that occurs `count` times in a text: 1 + ln count. */
export function localWeight(count: number): number {
  return 1 + Math.log(count);
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
