import type { ComparisonColumn } from '../comparison-columns.ts';
import type { ColumnRule } from './column-rule.ts';
import { tellsDesign } from './design.ts';
import { tellsOutcome } from './outcomes.ts';
import { namesPopulation } from './population.ts';
import { asksQuestion } from './question.ts';
import { recommends } from './recommendations.ts';
import { namesYear } from './year.ts';

export const ruleOf: Readonly<Record<ComparisonColumn, ColumnRule>> = {
  question: asksQuestion,
  'population and place': namesPopulation,
  design: tellsDesign,
  outcomes: tellsOutcome,
  recommendations: recommends,
  year: namesYear,
};
