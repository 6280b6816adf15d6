import type { Command } from 'commander';
import { instantOf, type Notice } from '../notices/index.ts';
import { describeStanding, sessionTime } from './describe-notice.ts';
import type { NoticesContext } from './notices-context.ts';

interface Options {
  all?: true;
  json?: true;
}

/** Those changed last are looked through. */
const mostListed = 500;

/** Adds `notices list`. */
export function addNoticesList(parent: Command, context: NoticesContext): void {
  const { command, clock, withDesk } = context;
  parent
    .command('list')
    .description('list what is announced or to be announced, and sessions to come first')
    .option('--all', 'also drafts, what was called off and sessions that are over')
    .option('--json', 'print one JSON document')
    .action(async ({ all, json }: Options) => {
      const now = clock.now();
      await withDesk(async ({ store }, { notices: { timeZone } }) => {
        const latest = await store.latest(mostListed);
        const shown = (all ? latest : latest.filter((notice) => isOfUse(notice, now))).sort(
          (one, other) => momentOf(one) - momentOf(other),
        );
        if (json) return command.printJson(shown);
        if (shown.length === 0)
          return command.print('No notices. Send some with: concord notices send --file FILE');
        for (const notice of shown) {
          command.print(`${notice.id}  ${notice.details.title}`);
          const time = sessionTime(notice);
          if (time !== null) command.print(`  ${time}`);
          command.print(`  ${describeStanding(notice, timeZone, now)}`);
        }
        command.print(`${shown.length} ${shown.length === 1 ? 'notice' : 'notices'}`);
      });
    });
}

function isOfUse({ state, details }: Notice, now: number): boolean {
  if (state === 'draft' || state === 'cancelled') return false;
  return details.kind !== 'session' || instantOf(details.end, details.zone) > now;
}

/** A draft may be without any; it comes last. */
function momentOf({ details, announceAt }: Notice): number {
  if (details.kind !== 'session') return announceAt ?? Number.MAX_SAFE_INTEGER;
  try {
    return instantOf(details.start, details.zone);
  } catch {
    return Number.MAX_SAFE_INTEGER;
  }
}
