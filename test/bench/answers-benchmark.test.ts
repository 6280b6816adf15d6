import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type AnswersBenchmark, benchmarkAnswers } from '../../src/bench/answers-benchmark.ts';
import { type AnswersFinding, answersFindingSchema } from '../../src/bench/answers-finding.ts';
import { describeAnswersBenchmark } from '../../src/bench/describe-answers-benchmark.ts';
import { measureSubject, queriesFile } from '../../src/bench/measure-subject.ts';
import { measureInProcess } from '../../src/bench/subject-process.ts';
import { openMeasuredLibrary } from '../../src/compose-evaluation.ts';
import { readConfig } from '../../src/config.ts';

const command = ['src/cli.ts', 'bench', 'answering'];
const script = join(import.meta.dirname, 'leaking-process.ts');
const expected = { of: 'answers', finding: answersFindingSchema };
/** Asked again and again, so that what is kept of their words and passages is kept soon. */
const questions = 24;
const rounds = 5;
/** A prompt with its passages is three times as long. */
const mostKilobytesPerAnswer = 12;

test('answers of a model are measured by step, and leave no memory behind', async () => {
  const config = readConfig({}, process.cwd());
  const found: { leaking?: AnswersFinding } = {};
  const measured: AnswersBenchmark = await benchmarkAnswers(
    { passages: 200, answers: questions },
    {
      runSubject: (assignment) =>
        measureSubject(assignment, (directory) => openMeasuredLibrary(config, directory)),
      runAnswers: async ({ directory }) => {
        const file = join(directory, queriesFile);
        const queries = JSON.parse(await readFile(file, 'utf8')) as unknown[];
        await writeFile(file, JSON.stringify(Array(rounds).fill(queries).flat()));
        found.leaking = await measureInProcess([script], { directory }, expected);
        return measureInProcess(command, { directory }, expected);
      },
    },
    () => {},
  );
  expect(measured.passages).toBeGreaterThanOrEqual(200);
  expect(measured).toMatchObject({ answers: 108, extractive: 0, dropped: 0 });
  expect(measured.model).toBeGreaterThan(90);
  expect(measured.repaired).toBeGreaterThan(10);
  const sum = measured.steps.reduce((total, { p50 }) => total + p50, 0);
  expect(sum / measured.overhead.p50).toBeGreaterThan(0.6);
  for (const { step, p50 } of measured.steps) expect(p50, step).toBeGreaterThan(0);
  expect(describeAnswersBenchmark(measured)).toMatch(/verifying +[\d.]+ +[\d.]+ +[\d.]+/);

  expect(measured.memory.heap_kb_per_answer).toBeLessThan(mostKilobytesPerAnswer);
  // The same would show an application that keeps a little of every answer.
  expect(found.leaking?.memory.heap_kb_per_answer).toBeGreaterThan(mostKilobytesPerAnswer);
}, 120_000);
