/**
 * Fits the coefficients by which statements are scored for summaries, and checks them: in five
 * parts of each data set, and on each set with what the other taught.
 *
 *     npm run calibrate-summaries [-- --write]
 *
 * Reads the development data of EVAL_DATA (default `../shared/eval`). Without `--write` it only
 * prints what it finds.
 */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createRandom } from '../src/evaluation/index.ts';
import { mean } from '../src/evaluation/scorers/mean.ts';
import { rouge } from '../src/evaluation/scorers/rouge.ts';
import { rougeWords } from '../src/evaluation/scorers/rouge-words.ts';
import type { StatementFeatures } from '../src/summaries/extract/scoring/measure-statements.ts';
import { selectStatements } from '../src/summaries/extract/select-statements.ts';
import { fitRidge } from './fit-ridge.ts';
import { gatherStatements, type StatedDocument } from './gather-statements.ts';

const directory = resolve(process.env.EVAL_DATA ?? '../shared/eval');
const target = resolve(import.meta.dirname, '../src/summaries/extract/scoring/coefficients.json');
const ridge = 0.02;
const parts = 5;

/** `words` as `selectStatements` takes them. */
interface Task {
  name: string;
  words: number | null;
  documents: StatedDocument[];
}

const tasks: Task[] = [];
for (const [name, words] of [
  ['scitldr_dev', null],
  ['cochrane_val', 200],
] as const) {
  const documents = await gatherStatements(join(directory, 'summaries', `${name}.jsonl`));
  tasks.push({ name, words, documents });
}
const names = Object.keys(
  tasks[0]?.documents[0]?.statements[0]?.features ?? {},
) as (keyof StatementFeatures)[];

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * What a statement is worth: alone, ROUGE-1 of it as the whole summary; with others, which share
 * of its words and of its pairs of words the reference has.
 */
function worthOf({ statements, references }: StatedDocument, words: number | null): number[] {
  if (words === null)
    return statements.map(({ candidate: { text } }) => rouge(rougeWords(text), references).rouge1);
  const known = new Set(references.flat());
  const pairs = new Set(references.flatMap(pairsOf));
  return statements.map(({ candidate: { text } }) => {
    const own = rougeWords(text);
    const share = mean(own.map((word) => (known.has(word) ? 1 : 0))) ?? 0;
    return (share + (mean(pairsOf(own).map((pair) => (pairs.has(pair) ? 1 : 0))) ?? 0)) / 2;
  });
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** Every set counts alike, and in each every document. */
function learn(sets: readonly Task[]): number[] {
  const choices = sets.flatMap(({ documents, words }) => {
    const worth = documents.map((document) => worthOf(document, words));
    const spread = Math.sqrt(
      mean(
        worth.flatMap((values) => {
          const level = mean(values) ?? 0;
          return values.map((value) => (value - level) ** 2);
        }),
      ) ?? 1,
    );
    return documents.flatMap(({ statements }, index) =>
      statements.length === 0
        ? []
        : {
            features: statements.map(({ features }) => names.map((name) => features[name])),
            worth: (worth[index] ?? []).map((value) => value / spread),
            weight: 1 / documents.length,
          },
    );
  });
  return fitRidge(choices, ridge);
}

/** ROUGE-1, 2 and L of the summaries that these coefficients choose, in hundredths. */
function measure(
  documents: readonly StatedDocument[],
  words: number | null,
  weights: readonly number[],
) {
  return documents.map(({ statements, references }) => {
    const scored = statements.map(({ features, ...statement }) => ({
      ...statement,
      score: names.reduce((sum, name, at) => sum + features[name] * (weights[at] ?? 0), 0),
    }));
    const text = selectStatements(scored, { words }).map(({ candidate }) => candidate.text);
    return rouge(rougeWords(text.join(' ')), references);
  });
}

function describe(scores: ReturnType<typeof measure>): string {
  const of = (pick: (score: (typeof scores)[number]) => number): number =>
    round(100 * (mean(scores.map(pick)) ?? 0), 2);
  return `ROUGE-1 ${of((s) => s.rouge1)}, ROUGE-2 ${of((s) => s.rouge2)}, ROUGE-L ${of((s) => s.rougeL)}`;
}

/** Each document is measured with what the others taught, those of the other set included or not. */
function crossValidate(task: Task, others: readonly Task[]): string {
  const random = createRandom(7);
  const part = task.documents.map(() => Math.floor(random() * parts));
  const scores = Array.from({ length: parts }, (_, left) => {
    const rest = task.documents.filter((__, index) => part[index] !== left);
    const own = task.documents.filter((__, index) => part[index] === left);
    return measure(own, task.words, learn([{ ...task, documents: rest }, ...others]));
  });
  return describe(scores.flat());
}

for (const task of tasks) {
  const others = tasks.filter((other) => other !== task);
  say(`${task.name}, ${task.words === null ? 'one sentence' : `${task.words} words`}`);
  say(
    `  learnt on the other set only:  ${describe(measure(task.documents, task.words, learn(others)))}`,
  );
  say(`  on the rest of this set:       ${crossValidate(task, [])}`);
  say(`  on that and the other set:     ${crossValidate(task, others)}`);
  say(
    `  on all of both:                ${describe(measure(task.documents, task.words, learn(tasks)))}`,
  );
}
const weights = learn(tasks);
const fitted = {
  provenance: {
    command: 'npm run calibrate-summaries -- --write',
    date: new Date().toISOString().slice(0, 10),
    sets: tasks.map(({ name }) => name),
  },
  weights: Object.fromEntries(names.map((name, at) => [name, round(weights[at] ?? 0, 4)])),
};
say(JSON.stringify(fitted, null, 2));
if (process.argv.includes('--write')) {
  const text = JSON.stringify(fitted, null, 2).replace(
    /\[\s+([^\]]*?)\s+\]/g,
    (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`,
  );
  await writeFile(target, `${text}\n`);
  say(`written to ${target}`);
}
