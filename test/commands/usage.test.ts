import { describe, expect, onTestFinished, test } from 'vitest';
import { registerUsage } from '../../src/commands/usage.ts';
import { composeUsage } from '../../src/compose-usage.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { runCommand } from './command-harness.ts';

const now = Date.UTC(2026, 10, 22, 12);
const { modelRun } = sampleExchange();

/** A month in which two people asked, one of them in a direct message. */
async function setUp() {
  const database = await openDatabase(':memory:');
  onTestFinished(() => database.close());
  const exchanges = createExchangeStore(database.db);
  if (modelRun === null) throw new Error('the sample has a run');
  const failed = { ...modelRun, failure: 'timed-out' as const, costMicros: null };
  const sample = { askedAt: now, modelRun };
  await exchanges.save(sampleExchange({ ...sample, id: '1', asker: 'U0AMIRA' }));
  await exchanges.save(
    sampleExchange({ ...sample, id: '2', asker: 'U0TOM', conversation: 'D0TOM:1.1' }),
  );
  await exchanges.save(sampleExchange({ ...sample, id: '3', modelRun: failed }));
  await createSpendingStore(database.db).add(
    [
      { scope: 'person-day', subject: 'U0AMIRA', period: '2026-11-22' },
      { scope: 'workspace-month', subject: 'workspace', period: '2026-11' },
    ],
    { tokens: 850, costMicros: 480 },
  );
  return (argv: string[], environment: Record<string, string> = {}) =>
    runCommand(
      registerUsage({
        open: async (config) => ({
          report: composeUsage(config, { database, clock: { now: () => now } }),
          close: async () => {},
        }),
      }),
      ['usage', ...argv],
      environment,
    );
}

describe('concord usage', () => {
  test('tells what the model was used for, where, and what it cost', async () => {
    const run = await setUp();
    const { printed, status } = await run([]);
    expect(status).toBe(0);
    expect(printed).toContain('Language model in November 2026 (UTC)');
    expect(printed).toMatch(/tokens in +3,600/);
    expect(printed).toMatch(/cost +US\$0\.0005 +without 1 of unknown price/);
    expect(printed).toMatch(/timed-out +1 +33% of the questions/);
    expect(printed).toMatch(/small +3,840 +tokens/);
    expect(printed).toMatch(/C1 +2,560 +tokens, US\$0\.0002, 2 questions/);
    expect(printed).toMatch(/direct messages, all together +1,280/);
  });

  test('names people only when asked to, by their ids', async () => {
    const run = await setUp();
    for (const argv of [[], ['--json']]) {
      const { printed, json } = await run(argv);
      expect(printed + JSON.stringify(json ?? '')).not.toMatch(/U0|D0TOM/);
    }
    expect((await run(['--people'])).printed).toMatch(/U0AMIRA +1,280/);
    const { json } = await run(['--people', '--json']);
    expect(json).toMatchObject({ month: '2026-11', usage: { all: { questions: 3 } } });
    expect(JSON.stringify(json)).toContain('U0TOM');
  });

  test('says how much of each budget is used', async () => {
    const run = await setUp();
    const { printed } = await run([], {
      BUDGET_PERSON_DAY_TOKENS: '850',
      BUDGET_WORKSPACE_MONTH_TOKENS: '1000',
      BUDGET_WORKSPACE_MONTH_USD: '5',
    });
    expect(printed).toMatch(/each person today +100% +of 850 tokens.*1 used some of theirs, 1 all/);
    expect(printed).toMatch(/the workspace this month +85% +of 1,000 tokens or US\$5\.00/);
  });

  test('says of a month without the model that there was none', async () => {
    const run = await setUp();
    expect((await run(['--month', '2026-10'])).printed).toBe(
      'Language model in October 2026 (UTC): not used\n',
    );
  });

  test.each(['2026', '2026-13', 'November', '2026-11-22'])(
    'refuses %s as a month',
    async (month) => {
      const run = await setUp();
      const { status, failure } = await run(['--month', month]);
      expect(status).toBe(2);
      expect(failure).toContain('such as 2026-11');
    },
  );
});
