import type { OperatorEvent } from './operator-event.ts';

/** An operator event in plain words, as staff in Slack and people at a terminal read it. */
export interface OperatorEventWords {
  /** One sentence without a full stop: what happened. */
  title: string;
  /** With figures; null when the title says it all. */
  facts: string | null;
  /** What it means for people who ask. */
  meaning: string;
  /** What to do; null when there is nothing to do. */
  advice: string | null;
}

type BudgetEvent = Extract<OperatorEvent, { kind: 'budget-nearly-spent' | 'budget-spent' }>;

const extractive = 'answers are sentences taken from the library, and each of them says so';

const failures: Readonly<Record<string, readonly [facts: string, advice: string]>> = {
  unavailable: [
    'Its service cannot be reached or is in trouble of its own.',
    'If it lasts, look at the state of the service and check CHAT_BASE_URL (OPENAI_BASE_URL when that is empty).',
  ],
  'rate-limited': [
    'Its service lets Concord ask no more for now.',
    'If it lasts, lower CHAT_CONCURRENCY or have the limit of the account raised.',
  ],
  'timed-out': [
    'It takes longer than it may.',
    'If it lasts, raise CHAT_TIMEOUT_MS or set CHAT_MODEL to a faster one.',
  ],
  'cut-off': [
    'Its answers break off in the middle.',
    'If it lasts, look at the state of the service and at what stands between it and Concord.',
  ],
};

export function describeOperatorEvent(event: OperatorEvent): OperatorEventWords {
  switch (event.kind) {
    case 'budget-nearly-spent':
      return {
        title: `More than 80% of the language model’s budget for ${monthInWords(event.period)} is spent`,
        facts: describeBudget(event),
        meaning: `Nothing changes yet. Once it is all spent, ${extractive}.`,
        advice: adviseBudget(event),
      };
    case 'budget-spent':
      return {
        title: `The language model’s budget for ${monthInWords(event.period)} is spent`,
        facts: describeBudget(event),
        meaning: `Until ${dayInWords(event.until)} (UTC) ${extractive}.`,
        advice: adviseBudget(event),
      };
    case 'model-misconfigured':
      return {
        title: `The service of the language model ${event.model} refuses what Concord asks`,
        facts: `${event.advice} (${event.reason})`,
        meaning: `Until that is mended, ${extractive}.`,
        advice: 'Restart Concord after a change. To try the model, run concord doctor.',
      };
    case 'model-unavailable': {
      const [facts, advice] = failures[event.failure] ?? [null, 'The log says more.'];
      return {
        title: `The language model ${event.model} cannot be used at the moment`,
        facts,
        meaning: `Concord tries again by itself. Until then ${extractive}.`,
        advice,
      };
    }
    case 'model-works-again':
      return {
        title: `The language model ${event.model} works again`,
        facts: null,
        meaning: 'Answers are composed by it as before.',
        advice: null,
      };
  }
}

/** All of it in one paragraph. */
export function operatorEventText(event: OperatorEvent): string {
  const { title, facts, meaning, advice } = describeOperatorEvent(event);
  return [`${title}.`, facts, meaning, advice].filter((each) => each !== null).join(' ');
}

/** `November 2026` of `2026-11`. */
export function monthInWords(period: string): string {
  const style = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(new Date(`${period}-01T00:00:00Z`));
}

/** `1 December 2026`. @param instant UTC ms. */
export function dayInWords(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

/** Such as `US$0.0042` or `US$12.50`: to the cent, and below a dollar to what can be told apart. */
export function dollars(micros: number): string {
  const amount = micros / 1_000_000;
  const digits = amount > 0 && amount < 1 ? 4 : 2;
  const shown = amount.toLocaleString('en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  });
  return `US$${shown}`;
}

/** Such as `820 of 1,000 tokens (82%)`; empty without a limit. */
function partsOfBudget({ spent, limit }: Pick<BudgetEvent, 'spent' | 'limit'>): string[] {
  const percent = (amount: number, most: number): string => `${Math.floor((100 * amount) / most)}%`;
  const { tokens, costMicros } = limit;
  return [
    ...(tokens === null
      ? []
      : [
          `${spent.tokens.toLocaleString('en-GB')} of ${tokens.toLocaleString('en-GB')} tokens (${percent(spent.tokens, tokens)})`,
        ]),
    ...(costMicros === null
      ? []
      : [
          `${dollars(spent.costMicros)} of ${dollars(costMicros)} (${percent(spent.costMicros, costMicros)})`,
        ]),
  ];
}

function describeBudget(event: BudgetEvent): string {
  const next = `The next month’s budget begins on ${dayInWords(event.until)} (UTC).`;
  return `Spent so far: ${partsOfBudget(event).join(', and ')}. ${next}`;
}

function adviseBudget({ limit }: BudgetEvent): string {
  const settings = [
    ...(limit.tokens === null ? [] : ['BUDGET_WORKSPACE_MONTH_TOKENS']),
    ...(limit.costMicros === null ? [] : ['BUDGET_WORKSPACE_MONTH_USD']),
  ].join(' and ');
  return `To let people use more, raise ${settings} and restart Concord. To see what it was spent on, run concord usage.`;
}
