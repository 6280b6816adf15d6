import { type Command, InvalidArgumentError } from 'commander';
import { type Audience, audienceSchema } from '../people/index.ts';
import { CommandFailure } from './command.ts';
import { moment } from './describe-publication.ts';
import type { NoticesContext } from './notices-context.ts';

/** Adds `notices feed` with `create`, `list` and `revoke`. */
export function addNoticesFeed(parent: Command, { command, withDesk }: NoticesContext): void {
  const feed = parent
    .command('feed')
    .description('calendars of sessions to subscribe to, each for an audience');

  feed
    .command('create')
    .description('make a calendar; its address is shown once, and opens it to whoever knows it')
    .requiredOption('--audience <audience>', 'who is to get the address', parseAudience)
    .option('--json', 'print one JSON document')
    .action(async ({ audience, json }: { audience: Audience; json?: true }) => {
      await withDesk(async ({ feeds }, { calendar }) => {
        if (calendar === null) {
          throw new CommandFailure(
            'No calendars are served: set CALENDAR_PORT and PUBLIC_URL, and start the assistant anew.',
          );
        }
        const made = await feeds.create(audience);
        const address = `${calendar.publicUrl}/calendar/${made.token}.ics`;
        if (json) return command.printJson({ ...made.feed, address });
        command.print(address);
        command.note(
          `Whoever has this address sees all sessions for ${audience}. It is not shown again; take it back with: concord notices feed revoke ${made.feed.id}`,
        );
      });
    });

  feed
    .command('list')
    .description('list the calendars, oldest first, without their addresses')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { json?: true }) => {
      const all = await withDesk(({ feeds }) => feeds.list());
      if (json) return command.printJson(all);
      if (all.length === 0) return command.print('No calendars.');
      for (const { id, audience, person, createdAt, revokedAt } of all) {
        const whose = audience ?? `own sessions of ${person}`;
        const end = revokedAt === null ? '' : ` · revoked ${moment(revokedAt)}`;
        command.print(`${id}  ${whose} · made ${moment(createdAt)}${end}`);
      }
    });

  feed
    .command('revoke')
    .argument('<id>', 'of the calendar, as listed')
    .description('have the address of a calendar lead nowhere')
    .option('--json', 'print one JSON document')
    .action(async (id: string, { json }: { json?: true }) => {
      const isRevoked = await withDesk(({ feeds }) => feeds.revoke(id));
      if (!isRevoked) {
        throw new CommandFailure(
          `There is no calendar ${id} that could be read. See: concord notices feed list`,
        );
      }
      if (json) return command.printJson({ id, revoked: true });
      command.print(`The address of ${id} leads nowhere now.`);
    });
}

function parseAudience(value: string): Audience {
  const parsed = audienceSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join('; '));
}
