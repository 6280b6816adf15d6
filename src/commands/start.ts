import { join, relative } from 'node:path';
import { systemClock } from '../clock.ts';
import { type Assistant, openAssistant } from '../compose-assistant.ts';
import type { Config } from '../config.ts';
import { watchLibrary } from '../library/index.ts';
import { createLog, type Log } from '../observability/log.ts';
import type { CommandContext, RegisterCommand } from './command.ts';
import { createProgressBar } from './progress-bar.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** `concord start`: the assistant, in Slack or in a local Slack of its own. */
export const registerStart: RegisterCommand = (context) => {
  context.program
    .command('start')
    .description('connect to Slack, or start a local Slack, and answer')
    .addHelpText(
      'after',
      '\nWithout Slack tokens (see .env.example) a local Slack is started; open its page in a' +
        ' browser, or ask from the terminal.',
    )
    .option('--keep', 'keep what is said in the local Slack for the next start')
    .action(({ keep }: { keep?: true }) => start(context, keep === true));
};

async function start(context: CommandContext, keep: boolean): Promise<void> {
  const environment = context.config();
  const config = { ...environment, playgroundKeep: environment.playgroundKeep || keep };
  const logPath = config.slack === null ? join(config.dataDirectory, 'concord.log') : null;
  const log = createLog(config.logLevel, logPath);
  const interrupted = untilInterrupted();
  let revoked = (): void => {};
  const whenRevoked = new Promise<void>((resolve) => {
    revoked = resolve;
  });
  let watching: { close(): Promise<void> } | null = null;
  const assistant = await openAssistant(config, { clock: systemClock, log, onRevoked: revoked });
  try {
    // An assistant that already knows something answers at once and reads the folders meanwhile.
    const isNew = (await assistant.library.store.revision()) === 0;
    if (isNew) await readLibrary(context, config, assistant, interrupted.signal);
    if (interrupted.signal.aborted) return;
    const { port } = await assistant.start();
    if (!isNew) await readLibrary(context, config, assistant, interrupted.signal);
    watching = watchFolders(config, assistant, log);
    preparePage(assistant, log);
    announce(context, assistant, port, logPath);
    const talking = talk(assistant, interrupted.signal);
    const end = await Promise.race([
      interrupted.promise,
      whenRevoked.then(() => 'revoked'),
      talking,
    ]);
    if (end === 'revoked') context.note('Slack has taken away the access; stopping.');
  } finally {
    interrupted.release();
    context.note('Stopping …');
    await watching?.close();
    await assistant.close();
  }
}

/** So that the page is there at once when somebody opens it; opening it says what is wrong. */
function preparePage({ localSlack }: Assistant, log: Log): void {
  localSlack?.driver
    .preparePage()
    .catch((error: unknown) => log.error({ err: error }, 'page-not-built'));
}

/** Lets the library follow its folders as long as the assistant runs. */
function watchFolders(
  config: Config,
  { library }: Assistant,
  log: Log,
): ReturnType<typeof watchLibrary> {
  const { directories } = config.library;
  return watchLibrary(directories, {
    ingest: (options) => library.ingest(directories, options),
    onReport: ({ added, changed, retired, failed }) => {
      const counts = { added: added.length, changed: changed.length, retired: retired.length };
      log.info({ ...counts, failed: failed.length }, 'library-ingested');
    },
    onError: (error) => log.error({ err: error }, 'library-not-ingested'),
  });
}

/**
 * Ends when a person at the terminal quits. Input from a pipe may come to its end; the assistant
 * then goes on.
 */
async function talk({ localSlack }: Assistant, signal: AbortSignal): Promise<'quit'> {
  const { stdin: input, stdout: output } = process;
  const end = await localSlack?.talk({ input, output, signal });
  if (end === 'quit' || (end === 'ended' && input.isTTY)) return 'quit';
  return new Promise<never>(() => {});
}

async function readLibrary(
  context: CommandContext,
  config: Config,
  { library }: Assistant,
  signal: AbortSignal,
): Promise<void> {
  const bar = createProgressBar('Reading the library');
  const report = await library
    .ingest(undefined, {
      signal,
      onProgress: ({ done, total }) => bar.update(done, total),
    })
    .finally(() => bar.stop());
  for (const { source, reason } of report.failed) context.note(`  not read: ${source}: ${reason}`);
  const changes = report.added.length + report.changed.length + report.restored.length;
  const live = (await library.store.list()).length;
  const folders = config.library.directories.map(shortPath);
  context.note(
    `Library: ${live} ${live === 1 ? 'publication' : 'publications'}, from ${folders.join(', ')}` +
      ` (${changes} new or changed, ${report.retired.length} retired, ${report.failed.length} failed)`,
  );
}

function announce(
  { note }: CommandContext,
  { localSlack }: Assistant,
  port: number | null,
  logPath: string | null,
): void {
  if (localSlack === null) {
    note(port === null ? 'Connected to Slack.' : `Listening for Slack on port ${port}.`);
    return;
  }
  note(`
Open ${localSlack.driver.pageUrl}

There is a local Slack, with Concord connected to it. Look at it as a member, a lead, staff or a
guest. Log: ${shortPath(logPath ?? '')}

Or ask here, as Amira Hassan would in a direct message, for example
  What are the common values?
Begin a line with > to follow up. help shows more, quit ends.

To connect a real workspace, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env (see README.md).
`);
}

/** Relative to where the command runs, unless that lies elsewhere. */
function shortPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') ? path : below || '.';
}
