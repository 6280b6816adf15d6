/**
 * What the wording of a sentence tells about its part in a publication, whatever the subject:
 * research, policy, evaluation. English only; in other languages nothing matches, which counts as
 * nothing known.
 */
export const markingPhrases = {
  /** What the publication does or sets out: `This report describes …`, `We propose …`. */
  contribution:
    /\b(?:we|this (?:paper|study|report|article|work|review|policy|guidance|document|strategy|plan)|the (?:authors?|report|paper|study|review|inquiry|committee|panel)|our (?:\w+ ){0,2}(?:approach|method|model|framework|work|paper|study|plan|strategy))\b.{0,60}\b(?:propos|present|introduc|describ|develop|investigat|examin|explor|sets? out|address|outlin|provid|study\b|formulat|aim|assess|review)/i,
  /** The authors speak: `We`, `Here we`, `In this paper, we`. */
  authors: /^(?:[^,]{0,40}, |here )?we\b/i,
  /** What was known before, or is so in general. */
  background:
    /\b(?:recent years|recently|widely|has been|have been|increasingly|has become|have become|commonly|typically|usually|often|traditionally)\b/i,
  /** Adds a detail to something said before. */
  detail:
    /^(?:specifically|in particular|moreover|furthermore|additionally|in addition|for example|for instance|finally|then|first|second|also|to this end|to do so)\b/i,
} as const satisfies Readonly<Record<string, RegExp>>;

export type MarkingPhrase = keyof typeof markingPhrases;

export const markingPhraseNames = Object.keys(markingPhrases) as readonly MarkingPhrase[];
