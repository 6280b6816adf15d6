import type { BudgetUse, UsageReport } from '../../answering/index.ts';
import { dollars } from '../../observability/describe-operator-event.ts';
import { joinMarkup, type Markup, markup } from './markup.ts';

const number = (value: number): string => value.toLocaleString('en-GB');
const percent = (part: number): string => `${Math.floor(100 * part)}%`;

/** What staff are shown of the language model's month: figures, and nobody's questions. */
export function describeModelMonth({ usage, budgets }: UsageReport): Markup {
  const { all, cached, failures } = usage;
  const failed = failures.reduce((sum, { questions }) => sum + questions, 0);
  const cost = all.unpriced > 0 && all.costMicros === 0 ? 'unknown' : dollars(all.costMicros);
  const facts = [
    all.questions === 0
      ? markup`No question was put to the language model so far.`
      : markup`*${number(all.questions)}* ${all.questions === 1 ? 'question' : 'questions'}: *${number(all.composed)}* answered in the model’s words (${percent(all.composed / all.questions)}), *${number(cached)}* from cache, *${number(failed)}* without the model or cut short.`,
    ...(all.reports === 0
      ? []
      : [
          markup`*${number(all.reports)}* ${all.reports === 1 ? 'summary or other report' : 'summaries and other reports'}.`,
        ]),
    markup`Tokens: *${number(all.input)}* in, *${number(all.output)}* out. Cost: *${cost}*.`,
    ...budgets.map(describeBudget),
  ];
  return joinMarkup(facts, '\n');
}

function describeBudget({ scope, limit, highest, spent }: BudgetUse): Markup {
  const most = [
    ...(limit.tokens === null ? [] : [`${number(limit.tokens)} tokens`]),
    ...(limit.costMicros === null ? [] : [dollars(limit.costMicros)]),
  ].join(' or ');
  if (scope === 'workspace-month') {
    return markup`Budget of the workspace: *${percent(highest)}* of ${most} used.`;
  }
  const one = scope === 'person-day' ? 'person' : 'channel';
  return markup`Daily budget of each ${one}, ${most}: used up *${number(spent)}* times today.`;
}
