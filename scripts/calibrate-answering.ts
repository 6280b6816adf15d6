/**
 * Fits the coefficients by which answers are chosen and abstentions decided, and checks them by
 * leaving out one data set after the other.
 *
 *     npm run calibrate [-- --write]
 *
 * Reads the development data sets of EVAL_DATA (default `../shared/eval`). Without `--write` it only
 * prints what it finds.
 */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import coefficients from '../src/answering/evidence/coefficients.json' with { type: 'json' };
import { areaUnderCurve } from '../src/evaluation/scorers/area-under-curve.ts';
import { balancedAccuracy } from '../src/evaluation/scorers/balanced-accuracy.ts';
import { type Choice, fitChoice } from './fit-choice.ts';
import { fitLogistic, type WeightedCase } from './fit-logistic.ts';
import { type GatheredSet, gatherEvidence } from './gather-evidence.ts';

const directory = resolve(process.env.EVAL_DATA ?? '../shared/eval');
const target = resolve(import.meta.dirname, '../src/answering/evidence/coefficients.json');
const retrievalSets = ['scifact', 'conditionalqa_dev', 'cranfield'];
const answerSets = ['clapnq_dev', 'conditionalqa_dev'];
const ridge = 50;

const sentenceNames = Object.keys(coefficients.sentence) as (keyof typeof coefficients.sentence)[];
const evidenceNames = Object.keys(
  coefficients.evidence.weights,
) as (keyof typeof coefficients.evidence.weights)[];

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const round = (value: number | null): number => Math.round((value ?? 0) * 1e4) / 1e4;

/** Sets whose questions also stand in another set are left out together. */
const familyOf = (name: string): string => name.replace(/^.*\//, '');

function fitSentences(sets: readonly GatheredSet[]): number[] {
  const choices = sets.flatMap((set): Choice[] => {
    const usable = set.cases.filter(({ sentences }) => sentences.some(({ carries }) => carries));
    return usable.map(({ sentences }) => ({
      candidates: sentences.map(({ features }) => sentenceNames.map((name) => features[name])),
      right: sentences.map(({ carries }) => carries),
      weight: 300 / usable.length,
    }));
  });
  return fitChoice(choices, 2);
}

function hitRate(set: GatheredSet, weights: readonly number[]): number {
  const usable = set.cases.filter(({ sentences }) => sentences.some(({ carries }) => carries));
  const hits = usable.filter(({ sentences }) => {
    const scored = sentences.map(({ features, carries }) => ({
      carries,
      score: sentenceNames.reduce((sum, name, at) => sum + features[name] * (weights[at] ?? 0), 0),
    }));
    return scored.reduce((best, each) => (each.score > best.score ? each : best)).carries;
  });
  return hits.length / usable.length;
}

/** Every set counts alike, and so do answerable and unanswerable questions. */
function fitEvidence(sets: readonly GatheredSet[]): ReturnType<typeof fitLogistic> {
  const cases = sets.flatMap(({ cases: own }): WeightedCase[] =>
    own.map(({ answerable, evidence }) => ({
      features: evidenceNames.map((name) => evidence[name]),
      outcome: answerable ? 1 : 0,
      weight: 300 / own.filter((other) => other.answerable === answerable).length,
    })),
  );
  return fitLogistic(cases, ridge);
}

function judge(set: GatheredSet, { intercept, weights }: ReturnType<typeof fitLogistic>): string {
  const scored = set.cases.map(({ answerable, evidence }) => ({
    positive: answerable,
    score: evidenceNames.reduce(
      (sum, name, at) => sum + evidence[name] * (weights[at] ?? 0),
      intercept,
    ),
  }));
  const { balancedAccuracy: accuracy } = balancedAccuracy(
    scored.map(({ positive, score }) => ({ expected: positive, actual: score >= 0 })),
  );
  return `auroc ${round(areaUnderCurve(scored))}, balanced accuracy ${round(accuracy)}`;
}

const named = (names: readonly string[], values: readonly number[]): Record<string, number> =>
  Object.fromEntries(names.map((name, at) => [name, round(values[at] ?? 0)]));

const gathered: GatheredSet[] = [];
for (const name of retrievalSets)
  gathered.push(await gatherEvidence(join(directory, 'retrieval'), name));
for (const name of answerSets) gathered.push(await gatherEvidence(directory, `answers/${name}`));
const withSentences = gathered.filter(({ name }) => name.startsWith('answers/'));
/** Too few of ConditionalQA's questions with passages are unanswerable (14) to learn from. */
const forEvidence = gathered.filter(({ name }) => name !== 'answers/conditionalqa_dev');

say('left out: share of questions whose first sentence carries the answer');
for (const set of withSentences) {
  const rest = withSentences.filter((other) => other !== set);
  say(`  ${set.name}: ${round(hitRate(set, fitSentences(rest)))}`);
}
say('left out: telling answerable questions from others');
for (const set of gathered) {
  const rest = forEvidence.filter((other) => familyOf(other.name) !== familyOf(set.name));
  say(`  ${set.name}: ${judge(set, fitEvidence(rest))}`);
}
const sentence = fitSentences(withSentences);
const evidence = fitEvidence(forEvidence);
say('fitted on all');
for (const set of withSentences)
  say(`  ${set.name}: first sentence ${round(hitRate(set, sentence))}`);
for (const set of gathered) say(`  ${set.name}: ${judge(set, evidence)}`);

const fitted = {
  provenance: {
    command: 'node scripts/calibrate-answering.ts --write',
    date: new Date().toISOString().slice(0, 10),
    sentence: withSentences.map(({ name }) => name),
    evidence: forEvidence.map(({ name }) => name),
  },
  sentence: named(sentenceNames, sentence),
  evidence: {
    intercept: round(evidence.intercept),
    weights: named(evidenceNames, evidence.weights),
  },
};
/** Arrays on one line, as the formatter wants them. */
const text = JSON.stringify(fitted, null, 2).replace(
  /\[\s+([^\]]*?)\s+\]/g,
  (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`,
);
say(text);
if (process.argv.includes('--write')) {
  await writeFile(target, `${text}\n`);
  say(`written to ${target}`);
}
