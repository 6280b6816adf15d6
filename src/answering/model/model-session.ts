import type { Log } from '../../observability/log.ts';
import type { ChatModel, Prompts, TokenUsage } from '../../prompting/index.ts';
import type { BudgetGuard, BudgetOwner } from '../budget/budget-guard.ts';
import { createStopwatch, type Stopwatch } from '../stopwatch.ts';
import { createCallGate } from './call-gate.ts';
import { createModelCalls, type ModelCalls } from './model-calls.ts';
import { beginRun, type ModelRun } from './model-run.ts';

export interface ModelSessionParts {
  model: ChatModel;
  prompts: Prompts;
  /** Null when nothing limits what is spent. */
  budget: BudgetGuard | null;
  /** Most ms that an answer waits for the model, in all calls together. */
  timeoutMs: number;
  /** Most long calls, such as those of summaries, under way at once in all sessions; 3 when left out. */
  longCallsAtOnce?: number | undefined;
  /** As in `ModelCalls`; off when left out. */
  secondOpinion?: boolean | undefined;
  log: Log;
  /** Of `createMarker`, new for each prompt. */
  newMarker(): string;
}

/** A model at the disposal of one exchange. Nothing that it says is believed. */
export interface ModelSession {
  readonly run: ModelRun;
  /** Null when it may not be asked, since a budget is spent; `run` says so. */
  readonly calls: ModelCalls | null;
  /** To run while passages are retrieved. */
  readonly retrieving: Stopwatch;
  /** Notes that the answer of an earlier exchange is given again, for which no budget is needed. */
  giveAgain(exchangeId: string): void;
  /**
   * Counts what was used in the budgets. To be called once, also after a failure or Stop, or answers
   * would be free.
   */
  finish(): Promise<ModelRun>;
}

export interface ModelSessionRequest extends BudgetOwner {
  signal?: AbortSignal | undefined;
  /** In place of that of the parts. */
  timeoutMs?: number | undefined;
  /** What something long is going to use, about: it is not begun with less left of a budget. */
  foreseen?: TokenUsage | undefined;
}

export type OpenModelSession = (request: ModelSessionRequest) => Promise<ModelSession>;

/** Creates the function that puts the model at the disposal of an exchange, within its budgets. */
export function createModelSessions(parts: ModelSessionParts): OpenModelSession {
  const { model, budget, log, longCallsAtOnce = 3 } = parts;
  const gate = createCallGate(longCallsAtOnce);
  return async ({ signal, timeoutMs = parts.timeoutMs, foreseen, ...owner }) => {
    const startedAt = performance.now();
    const run = beginRun(model.name);
    const waiting = createStopwatch();
    const retrieving = createStopwatch();
    const spent = (await budget?.spentFor(owner, foreseen)) ?? null;
    if (spent !== null) {
      run.failure = 'over-budget';
      run.budgetUntil = spent.until;
    }
    const calls =
      spent === null ? createModelCalls({ ...parts, run, signal, timeoutMs, waiting, gate }) : null;
    return {
      run,
      calls,
      retrieving,
      giveAgain: (exchangeId) => {
        run.cachedFrom = exchangeId;
        run.failure = null;
        run.budgetUntil = null;
      },
      finish: async () => {
        calls?.close();
        run.ownMs = performance.now() - startedAt - waiting.ms;
        run.retrievalMs = retrieving.ms;
        if (run.steps.length === 0) run.costMicros = 0;
        else run.costMicros = (await budget?.record(owner, run.usage)) ?? null;
        log.info(run, 'model-answered');
        if (run.failure === 'malformed') {
          const set = ['CHAT_OUTPUT', 'CHAT_MODEL'];
          log.warn({ model: model.name, set }, 'model-output-unreadable');
        }
        return run;
      },
    };
  };
}
