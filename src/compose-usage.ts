import { createReportUsage, type ReportUsage } from './answering/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { createUsageStore } from './storage/usage-store.ts';

/** Reports on the use of models within the configured budgets. */
export function composeUsage(
  { budget: { budgets } }: Pick<Config, 'budget'>,
  { database: { db }, clock }: { database: Database; clock: Clock },
): ReportUsage {
  return createReportUsage({ store: createUsageStore(db), budgets, now: () => clock.now() });
}

/**
 * Opens the database for reports alone.
 *
 * @throws {ConcordError} of `openDatabase`.
 */
export async function openUsage(
  config: Config,
  clock: Clock,
): Promise<{ report: ReportUsage; close(): Promise<void> }> {
  const database = await openDatabase(config.databaseLocation);
  return { report: composeUsage(config, { database, clock }), close: () => database.close() };
}
