import type { BudgetUse, UsageReport, UsageSum } from '../answering/index.ts';
import { dollars, monthInWords } from '../observability/describe-operator-event.ts';
import { type Figure, formatFigures } from './format-figures.ts';

/** Channels and people that are listed by themselves. */
const mostListed = 10;

const number = (value: number): string => value.toLocaleString('en-GB');
const percent = (part: number): string => `${Math.floor(100 * part)}%`;

/** A report of usage as a person reads it on a terminal. */
export function describeUsage({ month, usage, budgets }: UsageReport): string {
  const { all, models, failures, cached, channels, direct, elsewhere, reports, people } = usage;
  const title = `Language model in ${monthInWords(month)} (UTC)`;
  if (all.questions + all.reports === 0)
    return [`${title}: not used`, ...budgetLines(budgets)].join('\n\n');
  const share = (count: number): string =>
    all.questions === 0 ? '' : `${percent(count / all.questions)} of the questions`;
  const figures: Figure[] = [
    ['questions', number(all.questions)],
    ['answered in the model’s words', number(all.composed), share(all.composed)],
    ['answered from cache', number(cached), share(cached)],
    ['summaries and other reports', number(all.reports)],
    ['tokens in', number(all.input), `${number(all.cachedInput)} from the service’s cache`],
    ['tokens out', number(all.output)],
    ['cost', costOf(all), ofUnknownPrice(all)],
  ];
  const places: (UsageSum & { name: string })[] = [
    ...channels.slice(0, mostListed).map(({ channel: name, ...sum }) => ({ name, ...sum })),
    { name: 'direct messages, all together', ...direct },
    { name: 'commands and terminals', ...elsewhere },
    { name: 'summaries and other reports', ...reports },
  ];
  return [
    formatFigures(title, figures),
    ...budgetLines(budgets),
    ...sums(
      'By model',
      models.map(({ model: name, ...sum }) => ({ name, ...sum })),
    ),
    ...(failures.length === 0
      ? []
      : [
          formatFigures(
            'Not in the model’s words, or not all of it',
            failures.map(({ failure, questions }) => [
              failure,
              number(questions),
              share(questions),
            ]),
          ),
        ]),
    ...sums('Where it was asked, by tokens', places),
    ...sums(
      'By person, by tokens',
      people.slice(0, mostListed).map(({ person: name, ...sum }) => ({ name, ...sum })),
    ),
  ].join('\n\n');
}

function sums(title: string, all: readonly (UsageSum & { name: string })[]): string[] {
  const used = all.filter(({ questions, reports }) => questions + reports > 0);
  if (used.length === 0) return [];
  const figures = used.map(
    (sum): Figure => [
      sum.name,
      number(sum.input + sum.output),
      `tokens, ${costOf(sum)}, ${timesOf(sum)}`,
    ],
  );
  return [formatFigures(title, figures)];
}

function timesOf({ questions, reports }: UsageSum): string {
  return [
    ...(questions === 0
      ? []
      : [`${number(questions)} ${questions === 1 ? 'question' : 'questions'}`]),
    ...(reports === 0 ? [] : [`${number(reports)} ${reports === 1 ? 'report' : 'reports'}`]),
  ].join(', ');
}

function costOf({ costMicros, unpriced, input, output }: UsageSum): string {
  return unpriced > 0 && costMicros === 0 && input + output > 0 ? '–' : dollars(costMicros);
}

function ofUnknownPrice({ unpriced }: UsageSum): string {
  if (unpriced === 0) return '';
  const set = 'set BUDGET_PRICE_INPUT_USD and BUDGET_PRICE_OUTPUT_USD';
  return `without ${number(unpriced)} of unknown price: ${set}`;
}

const scopes: Readonly<Record<BudgetUse['scope'], string>> = {
  'person-day': 'each person today',
  'channel-day': 'each channel today',
  'workspace-month': 'the workspace this month',
};

function budgetLines(budgets: readonly BudgetUse[]): string[] {
  if (budgets.length === 0) return [];
  const figures = budgets.map(({ scope, limit, users, spent, highest }): Figure => {
    const most = limitInWords(limit);
    const name = scopes[scope];
    if (scope === 'workspace-month') return [name, percent(highest), `of ${most}`];
    return [
      name,
      percent(highest),
      `of ${most}, where most was used; ${number(users)} used some of theirs, ${number(spent)} all`,
    ];
  });
  return [formatFigures('Budgets used', figures)];
}

function limitInWords({ tokens, costMicros }: BudgetUse['limit']): string {
  return [
    ...(tokens === null ? [] : [`${number(tokens)} tokens`]),
    ...(costMicros === null ? [] : [dollars(costMicros)]),
  ].join(' or ');
}
