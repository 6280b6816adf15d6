import type { Clock } from '../clock.ts';
import type { NoticeDesk } from '../compose-notice-desk.ts';
import type { Config } from '../config.ts';
import { type Notice, noticeIdOf } from '../notices/index.ts';
import { type CommandContext, CommandFailure } from './command.ts';

/** What every sub-command of `notices` is given. */
export interface NoticesContext {
  command: CommandContext;
  /** Opens the notices for the time of some work. */
  withDesk<Result>(work: (desk: NoticeDesk, config: Config) => Promise<Result>): Promise<Result>;
  readFile(path: string): Promise<string>;
  writeFile(path: string, text: string): Promise<void>;
  clock: Clock;
}

/**
 * The notice with an id, or with an id in a file.
 *
 * @throws {CommandFailure} when there is none.
 */
export async function findNotice({ store }: NoticeDesk, named: string): Promise<Notice> {
  const found =
    (await store.find(named)) ??
    (await store.find(noticeIdOf(named))) ??
    (await store.find(noticeIdOf(named, 1)));
  if (found !== null) return found;
  throw new CommandFailure(`There is no notice “${named}”. See: concord notices list --all`);
}

/** Said after what was planned: nothing is sent by a command. */
export function whoSends({ slack }: Config): string {
  return slack === null
    ? 'No Slack is configured: it goes to the local Slack, once concord start runs on this database.'
    : 'It is sent by the assistant that runs on this database (concord start); while none runs, it waits.';
}
