/**
 * What an occurrence of a term counts for in each part of a passage, before saturation (as in BM25F:
 * Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004).
 * Multiples of {@link frequencyStep}.
 */
export const fieldWeights = { title: 2, headings: 1.5, text: 1 } as const;

/** Unit in which weighted frequencies are stored in a byte: a quarter of an occurrence. */
export const frequencyStep = 0.25;
