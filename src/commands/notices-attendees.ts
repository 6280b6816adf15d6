import type { Command } from 'commander';
import { givePlaces, writeAttendees } from '../notices/index.ts';
import { CommandFailure } from './command.ts';
import { findNotice, type NoticesContext } from './notices-context.ts';

interface Options {
  csv?: string;
  json?: true;
}

/** In the order in which they are listed; within each, those who replied first come first. */
const standings = ['going', 'waiting', 'maybe', 'cannot'] as const;

/** Adds `notices attendees`. */
export function addNoticesAttendees(parent: Command, context: NoticesContext): void {
  const { command, withDesk, writeFile } = context;
  parent
    .command('attendees')
    .argument('<id>', 'of the session’s notice, or its id in a file')
    .description('tell who replied to a session: with a place, waiting, maybe or not')
    .option(
      '--csv <file>',
      'write them to this file as a table; people are named by their Slack ids',
    )
    .option('--json', 'print one JSON document')
    .action(async (named: string, { csv, json }: Options) => {
      await withDesk(async (desk) => {
        const { id, details } = await findNotice(desk, named);
        if (details.kind !== 'session') {
          throw new CommandFailure(`“${details.title}” is no session: nobody replies to it.`);
        }
        const places = givePlaces(await desk.store.replies(id), details.capacity);
        if (csv !== undefined)
          await writeFile(
            csv,
            writeAttendees(places, (person) => person),
          );
        if (json) return command.printJson({ id, title: details.title, places });
        const counted = standings.map((standing) => `${places[standing].length} ${standing}`);
        if (csv === undefined) {
          for (const standing of standings) {
            for (const person of places[standing]) command.print(`${person}  ${standing}`);
          }
        }
        const where = csv === undefined ? '' : `, written to ${csv}`;
        command.print(`${counted.join(', ')}${where}`);
      });
    });
}
