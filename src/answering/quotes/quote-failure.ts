/** Why a quote was not accepted. */
export type QuoteFailure =
  /** It holds no letter or digit. */
  | 'empty-quote'
  /** It leaves out text more often than any honest quote does. */
  | 'too-many-parts'
  /** A part of it does not stand in the passage. */
  | 'not-found'
  /** Every part stands in the passage, but not in this order. */
  | 'wrong-order'
  /** A part begins or ends inside a word or number. */
  | 'cut-word'
  /** What was left out within a sentence negates what was quoted. */
  | 'omits-negation';
