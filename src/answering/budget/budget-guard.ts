import type { Clock } from '../../clock.ts';
import type { Log } from '../../observability/log.ts';
import type { OperatorEvents } from '../../observability/operator-event.ts';
import type { TokenUsage } from '../../prompting/index.ts';
import {
  type BudgetLimit,
  type BudgetScope,
  type BudgetState,
  type Budgets,
  budgetScopes,
  isLimited,
  isSpent,
  type Spending,
} from './budget.ts';
import { budgetPeriod } from './budget-period.ts';
import { costOf, type Price, type Prices } from './prices.ts';
import type { SpendingKey, SpendingStore } from './spending-store.ts';

export interface BudgetGuardParts {
  /** The model's name, as in its runs. */
  model: string;
  budgets: Budgets;
  store: SpendingStore;
  prices: Prices;
  clock: Clock;
  /** Told when 80% of the workspace's budget are spent, and when all of it is. */
  events: OperatorEvents;
  log: Log;
}

/** Whose budgets an answer counts in, apart from the workspace's. */
export interface BudgetOwner {
  /** Slack id of a person. */
  asker?: string | undefined;
  /** Id of a channel. */
  channel?: string | undefined;
}

/**
 * Keeps a model within budgets. What is under way together may exceed a budget by its last answers,
 * as nobody knows before what an answer will use. Without a price, only tokens are limited.
 */
export interface BudgetGuard {
  /**
   * Of the budgets that are spent, the one that lasts longest; null when the model may be asked.
   *
   * @param foreseen of something long, such as a summary: a budget counts as spent, too, when what is
   *   left of it is less than that.
   */
  spentFor(owner: BudgetOwner, foreseen?: TokenUsage): Promise<BudgetState | null>;
  /**
   * Counts what an answer used; returns its cost in micro-units of a US dollar, null without a price.
   * Does not reject: an answer that was composed is not lost because it could not be counted.
   */
  record(owner: BudgetOwner, usage: TokenUsage): Promise<number | null>;
}

/** A budget that limits the request at hand. */
interface Charged {
  key: SpendingKey;
  limit: BudgetLimit;
  until: number;
}

const nearlySpent = 0.8;
const nothing: Spending = { tokens: 0, costMicros: 0 };

export function createBudgetGuard(parts: BudgetGuardParts): BudgetGuard {
  const { model, store, events, log } = parts;
  const price = parts.prices(model);

  async function tellOperators(charged: readonly Charged[], spent: readonly Spending[]) {
    for (const [index, { scope, ...state }] of statesOf(charged, spent).entries()) {
      const period = charged[index]?.key.period;
      if (period === undefined || scope !== 'workspace-month') continue;
      if (!isSpent(state.spent, state.limit, nearlySpent)) continue;
      const isOver = isSpent(state.spent, state.limit, 1);
      const kind = isOver ? 'budget-spent' : 'budget-nearly-spent';
      await events.raise({ kind, model, period, ...state });
    }
  }

  return {
    spentFor: async (owner, foreseen) => {
      const charged = chargedFor(owner, parts, price !== null);
      if (charged.length === 0) return null;
      const spent = await store.read(charged.map(({ key }) => key));
      const wanted = foreseen === undefined ? nothing : spendingOf(foreseen, price);
      const used = statesOf(charged, spent).filter(
        (state) => isSpent(state.spent, state.limit, 1) || exceeds(state, wanted),
      );
      const [last] = used.sort((one, other) => other.until - one.until);
      if (last === undefined) return null;
      const { scope, until } = last;
      log.info({ scope, ...last.spent, until, set: settingOf(scope) }, 'model-over-budget');
      await tellOperators(charged, spent);
      return last;
    },

    record: async (owner, usage) => {
      const cost = price === null ? null : costOf(usage, price);
      const spending = spendingOf(usage, price);
      const charged = chargedFor(owner, parts, price !== null);
      if (charged.length === 0 || spending.tokens === 0) return cost;
      try {
        const keys = charged.map(({ key }) => key);
        await tellOperators(charged, await store.add(keys, spending));
      } catch (error) {
        log.error({ err: error, ...spending }, 'spending-not-recorded');
      }
      return cost;
    },
  };
}

function spendingOf(usage: TokenUsage, price: Price | null): Spending {
  const costMicros = price === null ? 0 : costOf(usage, price);
  return { tokens: usage.input + usage.output, costMicros };
}

/** Whether more would be spent than there is, if this came to it. */
function exceeds({ spent, limit }: BudgetState, wanted: Spending): boolean {
  const { tokens, costMicros } = limit;
  return (
    (tokens !== null && spent.tokens + wanted.tokens > tokens) ||
    (costMicros !== null && spent.costMicros + wanted.costMicros > costMicros)
  );
}

/** What limits an answer. */
function chargedFor(
  { asker, channel }: BudgetOwner,
  { budgets, clock }: BudgetGuardParts,
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

/** The settings that would let people use more, by how they begin. */
function settingOf(scope: BudgetScope): string {
  return `BUDGET_${scope.toUpperCase().replace('-', '_')}_…`;
}

function statesOf(charged: readonly Charged[], spent: readonly Spending[]): BudgetState[] {
  return charged.map(({ key, limit, until }, index) => ({
    scope: key.scope,
    limit,
    spent: spent[index] ?? { tokens: 0, costMicros: 0 },
    until,
  }));
}
