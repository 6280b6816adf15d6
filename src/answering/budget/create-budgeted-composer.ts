import type { Clock } from '../../clock.ts';
import type { Log } from '../../observability/log.ts';
import type { TokenUsage } from '../../prompting/index.ts';
import type { ComposeWithModel, ModelOutcome, ModelRequest } from '../model/compose-with-model.ts';
import {
  type BudgetLimit,
  type BudgetState,
  type Budgets,
  budgetScopes,
  isLimited,
  isSpent,
  type Spending,
} from './budget.ts';
import { budgetPeriod } from './budget-period.ts';
import { estimateUsage } from './estimate-usage.ts';
import { costOf, type Prices } from './prices.ts';
import type { SpendingKey, SpendingStore } from './spending-store.ts';

export interface BudgetedComposerParts {
  /** The model's name, as in its runs. */
  model: string;
  budgets: Budgets;
  store: SpendingStore;
  prices: Prices;
  clock: Clock;
  log: Log;
  /** Told once a month, on one of the replicas, when 80% of the workspace's budget are spent. */
  onNearlySpent(budget: BudgetState): void;
}

/** A budget that limits the request at hand. */
interface Charged {
  key: SpendingKey;
  limit: BudgetLimit;
  until: number;
}

const nearlySpent = 0.8;

/**
 * Composes within budgets: does not ask the model once any of them is spent (`over-budget` says so
 * in the run), and counts what an answer used and cost, estimated where the service does not say.
 * What is under way together may exceed a budget by its last answers, as nobody knows before what an
 * answer will use. Without a price, only tokens are limited.
 */
export function createBudgetedComposer(
  compose: ComposeWithModel,
  parts: BudgetedComposerParts,
): ComposeWithModel {
  const { model, store, log } = parts;
  const price = parts.prices(model);

  async function tellNearlySpent(charged: readonly Charged[], spent: readonly Spending[]) {
    for (const [index, state] of statesOf(charged, spent).entries()) {
      const key = charged[index]?.key;
      if (key === undefined || state.scope !== 'workspace-month') continue;
      if (!isSpent(state.spent, state.limit, nearlySpent) || !(await store.markTold(key))) continue;
      parts.onNearlySpent(state);
    }
  }

  /**
   * Counts tokens and returns their cost. An answer that was composed is not lost because it could
   * not be counted.
   */
  async function record(charged: readonly Charged[], usage: TokenUsage): Promise<number | null> {
    const cost = price === null ? null : costOf(usage, price);
    const spending: Spending = { tokens: usage.input + usage.output, costMicros: cost ?? 0 };
    if (charged.length === 0 || spending.tokens === 0) return cost;
    try {
      const keys = charged.map(({ key }) => key);
      await tellNearlySpent(charged, await store.add(keys, spending));
    } catch (error) {
      log.error({ err: error, ...spending }, 'spending-not-recorded');
    }
    return cost;
  }

  return async (request) => {
    const charged = chargedFor(request, parts, price !== null);
    const spent = charged.length === 0 ? [] : await store.read(charged.map(({ key }) => key));
    const used = statesOf(charged, spent).filter((state) => isSpent(state.spent, state.limit, 1));
    // The one that lasts longest says when the model can be asked again.
    const [last] = used.sort((one, other) => other.until - one.until);
    if (last !== undefined) {
      log.info({ scope: last.scope, ...last.spent }, 'budget-spent');
      await tellNearlySpent(charged, spent);
      return notAsked(model, last);
    }
    request.signal?.throwIfAborted();
    let outcome: ModelOutcome;
    try {
      outcome = await compose(request);
    } catch (error) {
      // Or Stop would make answers free.
      if (request.signal?.aborted === true) await record(charged, estimateUsage(request));
      throw error;
    }
    const { usage, offered } = outcome.run;
    const isUnsaid = usage.input + usage.output === 0 && offered > 0;
    const cost = await record(charged, isUnsaid ? estimateUsage(request) : usage);
    return { ...outcome, run: { ...outcome.run, costMicros: cost } };
  };
}

/** What limits a request. */
function chargedFor(
  { asker, channel }: ModelRequest,
  { budgets, clock }: BudgetedComposerParts,
  hasPrice: boolean,
): Charged[] {
  const subjects = {
    'person-day': asker,
    'channel-day': channel,
    'workspace-month': 'workspace',
  };
  const now = clock.now();
  return budgetScopes.flatMap((scope) => {
    const subject = subjects[scope];
    const { tokens, costMicros } = budgets[scope];
    const limit = { tokens, costMicros: hasPrice ? costMicros : null };
    if (subject === undefined || !isLimited(limit)) return [];
    const { name: period, until } = budgetPeriod(scope, now);
    return [{ key: { scope, subject, period }, limit, until }];
  });
}

function statesOf(charged: readonly Charged[], spent: readonly Spending[]): BudgetState[] {
  return charged.map(({ key, limit, until }, index) => ({
    scope: key.scope,
    limit,
    spent: spent[index] ?? { tokens: 0, costMicros: 0 },
    until,
  }));
}

function notAsked(model: string, { until }: BudgetState): ModelOutcome {
  return {
    answer: null,
    foundNothing: false,
    run: {
      model,
      prompts: [],
      usage: { input: 0, cachedInput: 0, output: 0 },
      offered: 0,
      repaired: 0,
      dropped: {},
      failure: 'over-budget',
      costMicros: 0,
      budgetUntil: until,
    },
  };
}
