import type { Command } from 'commander';
import type { NoticeDesk } from '../compose-notice-desk.ts';
import type { Notice } from '../notices/index.ts';
import { findNotice, type NoticesContext, whoSends } from './notices-context.ts';

interface Options {
  later?: true;
  json?: true;
}

/** Adds `notices cancel`. */
export function addNoticesCancel(parent: Command, context: NoticesContext): void {
  const { command, withDesk } = context;
  parent
    .command('cancel')
    .argument('<id>', 'of the notice, or its id in a file')
    .description('call a notice off: what was posted says so, and who was told is told')
    .option('--later', 'also all later sessions of its series')
    .option('--json', 'print one JSON document')
    .action(async (named: string, { later, json }: Options) => {
      await withDesk(async (desk, config) => {
        const { id } = await findNotice(desk, named);
        const cancelled = await cancel(desk, id, later === true);
        if (json) return command.printJson(cancelled);
        for (const { details } of cancelled) command.print(`Called off: ${details.title}`);
        command.note(whoSends(config));
      });
    });
}

async function cancel(
  { notices, series }: NoticeDesk,
  id: string,
  later: boolean,
): Promise<Notice[]> {
  return later ? series.cancelFrom(id) : [await notices.cancel(id)];
}
