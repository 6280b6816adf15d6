import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerEval } from '../../src/commands/eval.ts';
import { compareRuns, readMeasured } from '../../src/evaluation/index.ts';
import { runCommand } from './run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-compare-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, ...records: readonly object[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return path;
}

async function compare(a: readonly object[], b: readonly object[]) {
  const [one, other] = [await write('a', ...a), await write('b', ...b)];
  return compareRuns(await readMeasured(one), await readMeasured(other));
}

const none = { interval: null, questions: null };

describe('two reports', () => {
  test('are compared figure by figure', async () => {
    const a = { dataset: 'x', auroc: 0.5, tokens: null, answer_ms: { p50: 10 } };
    const b = { dataset: 'y', auroc: 0.75, tokens: { input: 9 }, answer_ms: { p50: 7 } };
    expect(await compare([a], [b])).toEqual([
      { figure: 'auroc', a: 0.5, b: 0.75, difference: 0.25, ...none },
      { figure: 'answer_ms.p50', a: 10, b: 7, difference: -3, ...none },
      { figure: 'tokens.input', a: null, b: 9, difference: null, ...none },
    ]);
  });

  test('of different commands are not', async () => {
    await expect(compare([{ auroc: 1 }], [{ 'ndcg@10': 1 }])).rejects.toThrow(
      /2 of the figures are in one only, such as "auroc"/,
    );
    await expect(compare([{ auroc: 1 }], [{ id: 'q', auroc: 1 }])).rejects.toThrow(
      /one is a report/,
    );
  });
});

describe('details', () => {
  const questions = (better: number) =>
    Array.from({ length: 40 }, (_, index) => ({
      id: `q${index}`,
      answered: index < 10 + better,
      reason: index < 10 + better ? null : 'nothing-relevant',
      hit: index % 2 === 0 ? null : true,
    }));

  test('are compared question by question, with intervals', async () => {
    const [answered, hit, ...more] = await compare(questions(0), questions(20));
    expect(answered).toMatchObject({ figure: 'answered', a: 0.25, b: 0.75, difference: 0.5 });
    expect(answered?.questions).toBe(40);
    expect(answered?.interval?.low).toBeGreaterThan(0.3);
    expect(answered?.interval?.high).toBeLessThan(0.7);
    expect(hit).toMatchObject({ questions: 20, difference: 0, interval: { low: 0, high: 0 } });
    expect(more).toEqual([]);
  });

  test('of other questions are not', async () => {
    await expect(compare(questions(0), questions(0).slice(1))).rejects.toThrow(
      /1 of the questions are in one only, such as "q0"/,
    );
    await expect(
      compare(
        [
          { id: 'q', a: 1 },
          { id: 'q', a: 1 },
        ],
        [],
      ),
    ).rejects.toThrow(/twice/);
    await expect(compare([{ id: 'q', a: 1 }, { a: 1 }], [])).rejects.toThrow(/line 2: no JSON/);
  });

  test('the command prints them', async () => {
    const [a, b] = [await write('a', ...questions(0)), await write('b', ...questions(20))];
    const { printed } = await runCommand(registerEval, 'eval', 'compare', a, b);
    expect(printed.join('\n')).toMatch(
      /answered +\+0\.5 +0\.25 to 0\.75, 95% interval 0\.\d+ to 0\.\d+, 40 questions/,
    );
    const { json } = await runCommand(registerEval, 'eval', 'compare', a, b, '--json');
    expect(json).toMatchObject([
      { a, b, differences: [{ figure: 'answered' }, { figure: 'hit' }] },
    ]);
    await expect(
      runCommand(registerEval, 'eval', 'compare', a, join(folder, 'none')),
    ).rejects.toMatchObject({ exitStatus: 2 });
  });
});
