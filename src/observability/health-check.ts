export type HealthState = 'ok' | 'warning' | 'failed' | 'skipped';

export interface HealthFinding {
  /** What was looked at, such as `database`. */
  name: string;
  state: HealthState;
  /** What was found, with figures. */
  found: string;
  /** What to do about it; null when there is nothing to do. */
  fix: string | null;
}

/** One look at one thing. Throwing counts as `failed`, with the error's words for people. */
export interface HealthCheck {
  name: string;
  run(): Promise<Omit<HealthFinding, 'name'>>;
  /** What to do when `run` throws. */
  fixWhenThrown: string;
}

/**
 * Runs the checks one after the other, each within `timeoutMs`, and never throws: a check that
 * throws or hangs is a finding.
 */
export async function runHealthChecks(
  checks: readonly HealthCheck[],
  describeError: (error: unknown) => string,
  timeoutMs: number,
): Promise<HealthFinding[]> {
  const findings: HealthFinding[] = [];
  for (const check of checks) {
    findings.push({ name: check.name, ...(await runOne(check, describeError, timeoutMs)) });
  }
  return findings;
}

async function runOne(
  check: HealthCheck,
  describeError: (error: unknown) => string,
  timeoutMs: number,
): Promise<Omit<HealthFinding, 'name'>> {
  const { promise: late, resolve } = Promise.withResolvers<Omit<HealthFinding, 'name'>>();
  const timer = setTimeout(
    () =>
      resolve({
        state: 'failed',
        found: `no answer within ${timeoutMs / 1000} s`,
        fix: check.fixWhenThrown,
      }),
    timeoutMs,
  );
  try {
    return await Promise.race([check.run(), late]);
  } catch (error) {
    return { state: 'failed', found: describeError(error), fix: check.fixWhenThrown };
  } finally {
    clearTimeout(timer);
  }
}
