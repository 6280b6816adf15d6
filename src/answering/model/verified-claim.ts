import type { Publication } from '../../library/index.ts';
import type { Quote } from '../answer.ts';

/** A claim of a model that has passed every check. */
export interface VerifiedClaim {
  text: string;
  /** At least one, each verbatim; in the model's order, none twice. */
  quotes: Quote[];
  /** Those the quotes come from, each once, in order of first use. */
  publications: Publication[];
}

/** Which check a claim failed; stable, for counting. */
export type ClaimFailureCode =
  /** Empty, or holds characters that no text has. */
  | 'unreadable-text'
  /** Holds an address, a mention or what could be read as one. */
  | 'link-or-mention'
  /** More than two sentences, or several paragraphs. */
  | 'too-long'
  | 'no-quote'
  /** A quote is too short to say anything. */
  | 'short-quote'
  /** A quote stands, word for word, in none of the passages. */
  | 'quote-not-found'
  /** A quote is not in the passage named, and in several others. */
  | 'ambiguous-quote'
  /** What a quote leaves out changes what it says, or its parts are in the wrong order or cut. */
  | 'misleading-quote'
  /** The claim gives orders to a language model, or one of its quotes is from text that does. */
  | 'instruction'
  /** A number, date, share, amount or time of the claim stands in none of its quotes. */
  | 'figures'
  /** The claim denies what its quotes state, or states what they deny. */
  | 'negation'
  /** The claim lets rise what its quotes let fall, or says the opposite in another way. */
  | 'direction'
  /** The claim says of all, most or only some what its quotes say of fewer, more or others. */
  | 'scope'
  /** The claim is surer or stricter than its quotes: `must` for `should`, a fact for `may`. */
  | 'modality'
  /** The claim names a cause where its quotes name none. */
  | 'cause'
  /** A name or abbreviation stands in none of its quotes, nor in a title of theirs. */
  | 'unknown-name'
  /** Too little of what the claim says stands in its quotes. */
  | 'ungrounded'
  /** The claim of a summary needs what stands before it, or a figure or table, to be understood. */
  | 'not-alone'
  /** All checks have passed; asked for a second opinion, the model says that its quotes say less. */
  | 'not-supported';

export interface ClaimFailure {
  code: ClaimFailureCode;
  /**
   * What is wrong and where, one sentence for a repair prompt. It holds words of the model, so it is
   * neither to be logged nor shown to people.
   */
  problem: string;
}

export type ClaimVerification = { claim: VerifiedClaim } | { failure: ClaimFailure };
