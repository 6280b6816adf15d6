import { z } from 'zod';

/** Most claims of one answer that are read; later ones are skipped. */
export const mostClaims = 12;
/** Most quotes of one claim; later ones are skipped. */
export const mostQuotes = 6;
/** Longest text of a claim, in UTF-16 code units. */
export const longestClaim = 600;
/** Longest quote, in UTF-16 code units. */
export const longestQuote = 1500;
const longestPassageId = 40;

/** A quote as a model gives it. */
export const quoteDraft = z.object({
  /** As the passage is called in the prompt, `P1` and so on; the model may be wrong about it. */
  passage: z.string().max(longestPassageId),
  quote: z.string().min(1).max(longestQuote),
});

/** What a model gives as a claim: nothing of it is checked but its shape and its size. */
export const claimDraft = z.object({
  text: z.string().min(1).max(longestClaim),
  /** Those that have the right shape and size, at most {@link mostQuotes}. */
  quotes: z.array(z.unknown()).transform((quotes) =>
    quotes.slice(0, mostQuotes).flatMap((quote) => {
      const read = quoteDraft.safeParse(quote);
      return read.success ? [read.data] : [];
    }),
  ),
  /** Number of the claim with which it disagrees, counted from 1; 0 for none and for nonsense. */
  disagreesWith: z.int().min(0).max(mostClaims).default(0).catch(0),
});

export type QuoteDraft = z.infer<typeof quoteDraft>;
/** A claim to be verified. */
export type ClaimDraft = Pick<z.infer<typeof claimDraft>, 'text' | 'quotes'>;
/** A claim, or whatever else has its form, in its place among all that a model has offered. */
export type Numbered<Draft> = Draft & {
  /** From 1, claims that could not be read counted in. */
  number: number;
};
export type OfferedClaim = Numbered<z.infer<typeof claimDraft>>;
