import type { SummaryItem } from '../summary.ts';
import {
  announces,
  concludesItself,
  headsPrimary,
  headsSecondary,
  holdsFigure,
  imperative,
  isTechnical,
  laysDown,
  meansForPrimary,
  meansForSecondary,
  narrates,
  quotesSomebody,
  recommends,
  recommendsItself,
  recommendsOfOthers,
  reportsFinding,
  saysAim,
  saysLimit,
  saysMethod,
  saysScope,
  saysWhatItIs,
  saysWhoWrote,
} from './item-cues.ts';
import { commits, takesPosition } from './response-voice.ts';
import type { SectionRole } from './section-role.ts';
import { pointsOutside } from './stands-alone.ts';
import type { Statement } from './statement.ts';

/** How well a statement serves each item: 0 not at all, 1 and more well. */
export type ItemFit = Record<SummaryItem, number>;

/** Below this a statement does not serve an item. */
export const leastFit = 0.5;

/** What suits no item better than this says little of any. */
export const doubtful = 0.3;
/** Items that what a publication says is divided among. */
export const mainItems: readonly SummaryItem[] = [
  'findings',
  'recommendations',
  'about',
  'methods',
  'limits',
];

type RoleWeights = Partial<Record<SectionRole | 'none', number>>;

const aboutRoles: RoleWeights = {
  aims: 0.42,
  scope: 0.6,
  summary: 0.4,
  introduction: 0.4,
  foreword: 0.2,
  background: 0.1,
  none: 0.2,
};
const findingRoles: RoleWeights = {
  findings: 0.6,
  conclusions: 0.9,
  summary: 0.9,
  discussion: 0.4,
  none: 0.35,
  introduction: 0.15,
  foreword: 0.15,
};
const recommendationRoles: RoleWeights = {
  recommendations: 0.7,
  summary: 0.6,
  conclusions: 0.4,
  discussion: 0.1,
  none: 0.1,
  foreword: 0.05,
};
const methodRoles: RoleWeights = {
  methods: 0.4,
  summary: 0.2,
  introduction: 0.2,
  aims: 0.2,
  scope: 0.1,
  none: 0,
};
const limitRoles: RoleWeights = { limits: 0.6, discussion: 0.15, conclusions: 0.1, summary: 0.1 };

/** What is done as a rule says less of how this was done. */
const isRule = /\b(?:is|are|will be|may|can|must)\b/;
const wasDone = /\b(?:was|were|had|did|been|we|I|will be (?!published))\b/;
/** Sections that a chapter may have as well as the whole. */
const ofWhole = new Set<SectionRole | 'none'>([
  'introduction',
  'summary',
  'conclusions',
  'discussion',
  'background',
  'none',
]);
/** Sections in which what should be is not asked of the reader. */
const unasked = new Set<SectionRole | 'none'>([
  'findings',
  'methods',
  'background',
  'aims',
  'limits',
]);

/**
 * Which items a statement could be said under, and how well it suits each.
 *
 * @param answers whether its publication answers another: its findings are the positions that it
 *   takes, its recommendations what it commits itself to.
 */
export function fitOf(statement: Statement, answers: boolean): ItemFit {
  const { text, section, place } = statement;
  const role = section.role ?? 'none';
  // What a chapter introduces or concludes is less than what the whole does.
  const depth = section.depth > 1 && ofWhole.has(role) ? 0.6 : 1;
  const of = (weights: RoleWeights): number => (weights[role] ?? 0) * depth;
  const is = (pattern: RegExp): number => (pattern.test(text) ? 1 : 0);
  const cues = {
    what: is(saysWhatItIs),
    aim: is(saysAim),
    recommends: is(recommends),
    own: is(recommendsItself),
    order: is(imperative),
    finding: is(reportsFinding),
    figure: is(holdsFigure),
    method: is(saysMethod),
    limit: is(saysLimit),
    whole: is(concludesItself),
    isDetail: statement.ranges.length > 1 ? 1 : 0,
  };
  const { kind, title } = statement.candidate.retrieved.publication;
  const isRuling = kind === 'policy' || kind === 'statement';
  // A rule may say at its end what it is for.
  const early = isRuling && is(saysScope) === 1 ? 1 : 1 - place;
  const isSaid = role === 'apparatus' ? 0 : 1;
  const asked = Math.max(cues.recommends, cues.own, role === 'recommendations' ? cues.order : 0);
  const asks =
    is(recommendsOfOthers) === 1 ? 0 : asked * (unasked.has(role) && cues.own === 0 ? 0.6 : 1);
  const technical = is(isTechnical);
  const outside = pointsOutside(text, title) ? 0.2 : 0;
  const sector = (heads: RegExp, means: RegExp): number => {
    if (role === 'methods' || role === 'background' || role === 'aims') return 0;
    const isHeaded = section.heading !== null && heads.test(section.heading);
    return isHeaded ? 1 : is(means) * (0.6 + 0.3 * Math.max(asks, cues.figure) - 0.4 * technical);
  };
  const fit: ItemFit = {
    about:
      (0.75 * cues.what + 0.45 * cues.aim) * (0.4 + 0.6 * early) * depth +
      of(aboutRoles) * (0.6 + 0.4 * early) -
      0.3 * cues.figure -
      0.3 * cues.limit -
      0.4 * cues.recommends * (1 - cues.what),
    authorship: is(saysWhoWrote) * (place < 0.15 || role === 'introduction' ? 1 : 0.5),
    findings:
      of(findingRoles) +
      0.3 * cues.finding +
      0.3 * cues.whole +
      0.3 * cues.figure -
      0.5 * asks -
      0.4 * cues.what -
      0.3 * cues.aim -
      0.35 * cues.method * (1 - cues.finding) -
      0.3 * cues.limit -
      0.8 * technical -
      0.5 * is(narrates) -
      0.25 * is(quotesSomebody) -
      0.8 * is(announces) +
      (isRuling ? 0.4 * is(laysDown) - (wasDone.test(text) ? 0.4 : 0) : 0) -
      0.2 * cues.isDetail -
      (role === 'methods' || role === 'limits' || role === 'recommendations' ? 0.4 : 0) -
      (role === 'background' || role === 'aims' ? 0.5 : 0),
    recommendations: asks * (0.5 + of(recommendationRoles) + 0.4 * cues.own - 0.3 * cues.isDetail),
    methods:
      cues.method * (0.45 + of(methodRoles) + 0.2 * cues.figure) +
      (role === 'methods' ? 0.5 : 0) -
      0.3 * asks -
      0.2 * cues.limit -
      0.35 * cues.isDetail -
      (isRule.test(text) && !wasDone.test(text) ? 0.7 : 0) -
      (role === 'background' || role === 'recommendations' ? 0.4 : 0),
    limits: cues.limit * (0.45 + of(limitRoles)) + (role === 'limits' ? 0.6 : 0) - 0.3 * cues.own,
    'primary-care': sector(headsPrimary, meansForPrimary),
    'secondary-care': sector(headsSecondary, meansForSecondary),
  };
  if (answers) {
    const position = is(takesPosition);
    const promise = is(commits);
    fit.findings = of(findingRoles) + 0.8 * position + 0.1 * cues.figure + 0.2 * early;
    fit.recommendations = promise * (0.7 + 0.2 * cues.figure) - 0.2 * position;
    fit.methods = 0;
    fit.limits = 0;
  }
  for (const item of Object.keys(fit) as SummaryItem[]) fit[item] = (fit[item] - outside) * isSaid;
  return fit;
}
