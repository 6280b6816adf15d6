import type { Command } from 'commander';
import { givePlaces, type NoticeDetails } from '../notices/index.ts';
import { describePlaces, describeStanding, describeTask, sessionTime } from './describe-notice.ts';
import { findNotice, type NoticesContext } from './notices-context.ts';

/** Adds `notices show`. */
export function addNoticesShow(parent: Command, context: NoticesContext): void {
  const { command, clock, withDesk } = context;
  parent
    .command('show')
    .argument('<id>', 'of the notice, or its id in a file')
    .description(
      'tell what a notice says, what was sent of it, what is to be sent, and who replied',
    )
    .option('--json', 'print one JSON document')
    .action(async (named: string, { json }: { json?: true }) => {
      await withDesk(async (desk, { notices: { timeZone } }) => {
        const notice = await findNotice(desk, named);
        const tasks = await desk.outbox.of(notice.id);
        const replies = await desk.store.replies(notice.id);
        const { details } = notice;
        const places = details.kind === 'session' ? givePlaces(replies, details.capacity) : null;
        if (json) return command.printJson({ notice, tasks, places });
        command.print(details.title);
        command.print(`  ${describeStanding(notice, timeZone, clock.now())}`);
        for (const line of factsOf(details)) command.print(`  ${line}`);
        command.print(`  to ${describePlaces(notice)}, by ${notice.author}`);
        if (places !== null) {
          const { going, maybe, cannot, waiting } = places;
          command.print(
            `  ${going.length} going, ${waiting.length} waiting, ${maybe.length} maybe, ${cannot.length} cannot`,
          );
        }
        for (const task of tasks) command.print(`  ${describeTask(task, timeZone)}`);
      });
    });
}

function factsOf(details: NoticeDetails): string[] {
  const text = details.kind === 'session' ? details.description : details.text;
  const facts =
    details.kind === 'session'
      ? [
          sessionTime({ details }) ?? '',
          details.place ?? '',
          details.link ?? '',
          details.speakers.length === 0 ? '' : `speaking: ${details.speakers.join(', ')}`,
          details.capacity === null ? '' : `${details.capacity} places`,
        ]
      : [`publication ${details.publicationId}`, details.authors.join(', '), details.link ?? ''];
  return [...facts, ...text.split('\n')].filter((fact) => fact.trim() !== '');
}
