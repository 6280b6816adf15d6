import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { composeHealthChecks } from '../compose-doctor.ts';
import { ConcordError } from '../errors.ts';
import {
  type HealthFinding,
  type HealthState,
  runHealthChecks,
} from '../observability/health-check.ts';
import type { CommandContext, RegisterCommand } from './command.ts';

const timeoutMs = 30_000;
const marks: Record<HealthState, string> = {
  ok: '✓',
  warning: '!',
  failed: '✗',
  skipped: '–',
};

/** `concord doctor`: looks at everything Concord needs and says what to mend. */
export const registerDoctor: RegisterCommand = (context) => {
  context.program
    .command('doctor')
    .description('check configuration, database, index and tokens, and say what to fix')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine(context);
      const failed = findings.some(({ state }) => state === 'failed');
      if (json) context.printJson({ healthy: !failed, findings });
      else context.print(findings.map(describe).join('\n'));
      if (failed) process.exitCode = 1;
    });
};

async function examine(context: CommandContext): Promise<HealthFinding[]> {
  const configuration = 'configuration';
  try {
    const config = context.config();
    const { checks, close } = composeHealthChecks(config, systemClock);
    const findings = await runHealthChecks(checks, describeError, timeoutMs).finally(close);
    return [
      { name: configuration, state: 'ok', found: 'every variable is valid', fix: null },
      ...findings,
    ];
  } catch (error) {
    if (!(error instanceof ConcordError) || error.code !== 'configuration-invalid') throw error;
    const fix = 'See .env.example for what each variable means.';
    const found = z.array(z.string()).parse(error.details.problems).join('; ');
    return [{ name: configuration, state: 'failed', found, fix }];
  }
}

function describeError(error: unknown): string {
  if (error instanceof ConcordError) return error.forPeople;
  return error instanceof Error ? error.message : String(error);
}

function describe({ name, state, found, fix }: HealthFinding): string {
  const line = `${marks[state]} ${name}: ${found}`;
  return fix === null ? line : `${line}\n  → ${fix}`;
}
