import type { Clock } from '../clock.ts';
import type { NoticeDesk } from '../compose-notice-desk.ts';
import type { Config } from '../config.ts';
import type { RegisterCommand } from './command.ts';
import { addNoticesAttendees } from './notices-attendees.ts';
import { addNoticesCancel } from './notices-cancel.ts';
import type { NoticesContext } from './notices-context.ts';
import { addNoticesFeed } from './notices-feed.ts';
import { addNoticesList } from './notices-list.ts';
import { addNoticesSend } from './notices-send.ts';
import { addNoticesShow } from './notices-show.ts';

export interface NoticesCommandParts {
  /** Opens what is stored; what it throws is for people. */
  open(config: Config): Promise<NoticeDesk>;
  readFile(path: string): Promise<string>;
  writeFile(path: string, text: string): Promise<void>;
  clock: Clock;
}

/** Adds `notices` with `list`, `show`, `send`, `cancel`, `attendees` and `feed`. */
export function registerNotices({ open, ...parts }: NoticesCommandParts): RegisterCommand {
  return (command) => {
    const parent = command.program
      .command('notices')
      .description('announce sessions and publications, and see what became of that');
    const context: NoticesContext = {
      ...parts,
      command,
      withDesk: async (work) => {
        const config = command.config();
        const desk = await open(config);
        try {
          return await work(desk, config);
        } finally {
          await desk.close();
        }
      },
    };
    addNoticesList(parent, context);
    addNoticesShow(parent, context);
    addNoticesSend(parent, context);
    addNoticesCancel(parent, context);
    addNoticesAttendees(parent, context);
    addNoticesFeed(parent, context);
  };
}
