import type { ChatModelFailure, TokenUsage } from '../../prompting/index.ts';
import type { ClaimFailureCode } from './verified-claim.ts';

/** Why a model's answer was not used, or not all of it. */
export type ModelRunFailure =
  | ChatModelFailure
  /** It was cut off at the most tokens. */
  | 'length'
  /** The service withheld it. */
  | 'filtered'
  /** It was no JSON of the form asked for. */
  | 'malformed'
  /** It was not asked: a budget is spent. */
  | 'over-budget';

/** What a model did for one exchange. */
export interface ModelRun {
  /** As the service calls it. */
  model: string;
  /** Hashes of the prompts that were used, in order of first use. */
  prompts: string[];
  /** Of all calls together. */
  usage: TokenUsage;
  /** Claims it wrote, readable or not, those of second attempts left out. */
  offered: number;
  /** Of these, shown after a second attempt. */
  repaired: number;
  /** Of these, not shown, by the check that they failed. */
  dropped: Partial<Record<ClaimFailureCode, number>>;
  failure: ModelRunFailure | null;
  /** Micro-units of a US dollar; null when the model's price is not known. */
  costMicros?: number | null;
  /** With `over-budget`: when the budget's next period begins, UTC ms. */
  budgetUntil?: number;
}
