import { expect, test } from 'vitest';
import { type HealthCheck, runHealthChecks } from '../../src/observability/health-check.ts';

const describeError = (error: unknown): string => (error instanceof Error ? error.message : '?');

function check(name: string, run: HealthCheck['run']): HealthCheck {
  return { name, run, fixWhenThrown: `mend ${name}` };
}

test('findings keep the order of the checks, whatever each of them does', async () => {
  const findings = await runHealthChecks(
    [
      check('database', async () => ({ state: 'ok', found: '3 publications', fix: null })),
      check('tokens', async () => {
        throw new Error('invalid_auth');
      }),
      check('model', () => new Promise(() => {})),
    ],
    describeError,
    20,
  );
  expect(findings).toEqual([
    { name: 'database', state: 'ok', found: '3 publications', fix: null },
    { name: 'tokens', state: 'failed', found: 'invalid_auth', fix: 'mend tokens' },
    { name: 'model', state: 'failed', found: 'no answer within 0.02 s', fix: 'mend model' },
  ]);
});
