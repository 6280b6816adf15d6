import type { ChatModelFailure, TokenUsage } from '../../prompting/index.ts';
import type { ClaimFailure, ClaimFailureCode } from './verified-claim.ts';

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

/** What a model can be asked for on the way to an answer, or to a summary. */
export type ModelStep =
  | 'condense'
  | 'plan'
  | 'research'
  | 'rerank'
  | 'compose'
  | 'repair'
  | 'judge'
  | 'summarise'
  | 'merge';

export interface ModelStepRun {
  step: ModelStep;
  calls: number;
  /** How long the model was waited for. */
  ms: number;
}

/** What a model did for one exchange, or for one report. */
export interface ModelRun {
  /** As the service calls it. */
  model: string;
  /** Hashes of the prompts that were used, in order of first use. */
  prompts: string[];
  /** What was asked of it, in order of first use. */
  steps: ModelStepRun[];
  /** Of all calls together; estimated for those of which the service says nothing. */
  usage: TokenUsage;
  /** Claims it wrote, readable or not, those of second attempts left out. */
  offered: number;
  /** Of these, shown after a second attempt. */
  repaired: number;
  /** Of these, not shown, by the check that they failed. */
  dropped: Partial<Record<ClaimFailureCode, number>>;
  failure: ModelRunFailure | null;
  /** Id of the exchange whose answer was given again; null when the answer was composed anew. */
  cachedFrom: string | null;
  /** What the answer is found by when the same is asked again; null when it is not given again. */
  cacheKey: string | null;
  /** Micro-units of a US dollar; null when the model's price is not known. */
  costMicros: number | null;
  /** With `over-budget`: when the budget's next period begins, UTC ms; else null. */
  budgetUntil: number | null;
  /**
   * Of the time from question to answer, ms in which no answer of the model was waited for: Concord's
   * own.
   */
  ownMs: number;
  /** Of that, ms of retrieval, with what it waits for the services that embed and rerank. */
  retrievalMs: number;
}

/** The run of a model that was asked nothing so far. */
export function beginRun(model: string): ModelRun {
  return {
    model,
    prompts: [],
    steps: [],
    usage: { input: 0, cachedInput: 0, output: 0 },
    offered: 0,
    repaired: 0,
    dropped: {},
    failure: null,
    cachedFrom: null,
    cacheKey: null,
    costMicros: null,
    budgetUntil: null,
    ownMs: 0,
    retrievalMs: 0,
  };
}

/** Notes that a claim is not shown, by the check that it failed. */
export function countDropped({ dropped }: ModelRun, { code }: ClaimFailure): void {
  dropped[code] = (dropped[code] ?? 0) + 1;
}
