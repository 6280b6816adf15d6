import type { Command } from 'commander';
import type { NoticeDesk } from '../compose-notice-desk.ts';
import type { Config } from '../config.ts';
import {
  planNoticeFile,
  readNoticeFile,
  sendWantedNotices,
  type WantedNotices,
} from '../notices/index.ts';
import { CommandFailure } from './command.ts';
import { describePlaces, inFull, sessionTime } from './describe-notice.ts';
import { foreseeNotice } from './foresee-notice.ts';
import { type NoticesContext, whoSends } from './notices-context.ts';
import { noticeFileHelp } from './notices-send-help.ts';

interface Options {
  file: string;
  as?: string;
  dryRun?: true;
  json?: true;
}

/** Adds `notices send`. */
export function addNoticesSend(parent: Command, context: NoticesContext): void {
  const { command, readFile, withDesk, clock } = context;
  parent
    .command('send')
    .description('announce what a file says: sessions and publications, at once or at their times')
    .requiredOption('--file <file>', 'YAML or JSON; what it may say is below')
    .option('--as <person>', 'Slack id of the author of what names none')
    .option('--dry-run', 'change nothing; print what would be sent, when, where and how often')
    .option('--json', 'print one JSON document')
    .addHelpText('after', noticeFileHelp)
    .action(async ({ file, as: author, dryRun, json }: Options) => {
      const text = await readFile(file).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new CommandFailure(`${file} cannot be read: ${reason}`);
      });
      const entries = readNoticeFile(text);
      await withDesk(async (desk, config) => {
        const wanted = await planNoticeFile(entries, {
          now: clock.now(),
          zone: config.notices.timeZone,
          reminders: config.notices.reminders,
          author: author ?? null,
          find: desk.store.find,
          publication: desk.publication,
          channel: desk.findChannel,
        });
        if (dryRun) await foresee(wanted, desk, config, { ...context, json: json === true });
        else await send(wanted, desk, config, { ...context, json: json === true });
      });
    });

  async function send(
    wanted: readonly WantedNotices[],
    desk: NoticeDesk,
    config: Config,
    { json }: { json: boolean },
  ): Promise<void> {
    const done = [];
    for (const one of wanted) done.push(...(await sendWantedNotices(one, desk)));
    if (json) return command.printJson({ dryRun: false, notices: done });
    for (const { notice, wasKnown } of done) {
      command.print(`${notice.id}  ${notice.details.title}`);
      const time = sessionTime(notice);
      if (time !== null) command.print(`  ${time}`);
      if (wasKnown) command.print('  sent before: left as it is');
      else if (notice.state === 'awaiting-approval') command.print('  waits for somebody to agree');
      else if (notice.announceAt !== null) {
        const at = inFull(notice.announceAt, config.notices.timeZone);
        command.print(`  is announced ${at} in ${describePlaces(notice)}`);
      }
    }
    command.note(whoSends(config));
  }

  async function foresee(
    wanted: readonly WantedNotices[],
    desk: NoticeDesk,
    { notices: settings }: Config,
    { json }: { json: boolean },
  ): Promise<void> {
    const foreseen = [];
    for (const { author, notices } of wanted) {
      for (const one of notices) {
        foreseen.push(await foreseeNotice(one, author, { desk, settings, now: clock.now() }));
      }
    }
    if (json) {
      const shown = foreseen.map(({ lines: _lines, ...rest }) => rest);
      return command.printJson({ dryRun: true, notices: shown });
    }
    for (const { lines } of foreseen) command.print(lines.join('\n'));
    const count = foreseen.reduce((sum, { tasks }) => sum + tasks.length, 0);
    command.print(
      `${counted(foreseen.length, 'notice')}, ${counted(count, 'task')}: a message each; to everybody who may come, one to each of them. Nothing was changed.`,
    );
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
