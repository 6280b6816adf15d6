import type { Config } from '../config.ts';
import type { OperatorEvent } from '../observability/operator-event.ts';
import type { CommandContext, RegisterCommand } from './command.ts';
import type { ReportCommandParts } from './report-command.ts';

/** At a terminal the report says what was done; the log is for what went wrong. */
async function open(config: Config, onOperatorEvent?: (event: OperatorEvent) => void) {
  const [{ openLibrary }, { systemClock }, { createLog }] = await Promise.all([
    import('../compose.ts'),
    import('../clock.ts'),
    import('../observability/log.ts'),
  ]);
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  return openLibrary(config, { clock: systemClock, log: createLog(level), onOperatorEvent });
}

async function openForIngest(config: Config) {
  const library = await open(config);
  return { ...library, planEmbedding: library.engine.planEmbedding };
}

async function openSearchable(config: Config, onOperatorEvent: (event: OperatorEvent) => void) {
  const library = await open(config, onOperatorEvent);
  await library.engine.refresh();
  return library;
}

async function openForReports(config: Config, searches: boolean) {
  const library = await open(config);
  if (searches) await library.engine.refresh();
  return { ...library, readable: library.view.readable };
}

async function reportParts(): Promise<ReportCommandParts> {
  const { untilInterrupted } = await import('./until-interrupted.ts');
  const { readFile, writeFile } = await import('node:fs/promises');
  const width = () => process.stdout.columns ?? 88;
  return { open: openForReports, readFile, writeFile, untilInterrupted, width };
}

/** Every command, in the order `--help` lists them. */
const loaders: Readonly<Record<string, () => Promise<RegisterCommand>>> = {
  start: async () => (await import('./start.ts')).registerStart,
  ask: async () => {
    const { registerAsk } = await import('./ask.ts');
    return registerAsk({ open: openSearchable, width: () => process.stdout.columns ?? 88 });
  },
  summarise: async () => (await import('./summarise.ts')).registerSummarise(await reportParts()),
  compare: async () => (await import('./compare.ts')).registerCompare(await reportParts()),
  brief: async () => (await import('./brief.ts')).registerBrief(await reportParts()),
  ingest: async () => {
    const { registerIngest } = await import('./ingest.ts');
    const { untilInterrupted } = await import('./until-interrupted.ts');
    return registerIngest({ open: openForIngest, untilInterrupted });
  },
  library: async () => {
    const { registerLibrary } = await import('./library.ts');
    const { systemClock } = await import('../clock.ts');
    return registerLibrary({ open: (config) => open(config), clock: systemClock });
  },
  notices: async () => {
    const { registerNotices } = await import('./notices.ts');
    const { openNoticeDesk } = await import('../compose-notice-desk.ts');
    const { readFile, writeFile } = await import('node:fs/promises');
    const { systemClock: clock } = await import('../clock.ts');
    const { createLog } = await import('../observability/log.ts');
    return registerNotices({
      open: (config) => openNoticeDesk(config, { clock, log: createLog('warn') }),
      readFile: (path) => readFile(path, 'utf8'),
      writeFile,
      clock,
    });
  },
  usage: async () => {
    const { registerUsage } = await import('./usage.ts');
    const { openUsage } = await import('../compose-usage.ts');
    const { systemClock } = await import('../clock.ts');
    return registerUsage({ open: (config) => openUsage(config, systemClock) });
  },
  eval: async () => (await import('./eval.ts')).registerEval,
  bench: async () => (await import('./bench.ts')).registerBench,
  doctor: async () => (await import('./doctor.ts')).registerDoctor,
};

/**
 * Adds the command asked for, and all of them when it is none of them: loading one takes a fraction
 * of the time.
 */
export async function registerCommands(
  context: CommandContext,
  requested: string | undefined,
): Promise<void> {
  const known = requested !== undefined && Object.hasOwn(loaders, requested) ? requested : null;
  for (const [name, load] of Object.entries(loaders)) {
    if (known !== null && name !== known) continue;
    const register = await load();
    register(context);
  }
}
