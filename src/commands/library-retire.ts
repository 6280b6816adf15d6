import type { Command } from 'commander';
import type { Clock } from '../clock.ts';
import { type CommandContext, CommandFailure } from './command.ts';
import type { WithStore } from './with-store.ts';

/** Adds `library retire`. */
export function addLibraryRetire(
  parent: Command,
  context: CommandContext,
  withStore: WithStore,
  clock: Clock,
): void {
  parent
    .command('retire')
    .description('take a publication out of use, whether its file is there or not')
    .argument('<id>', 'its id or its source')
    .option('--undo', 'put it back into use')
    .option('--json', 'print one JSON document')
    .action(async (named: string, { undo, json }: { undo?: true; json?: true }) => {
      const { publication, isChanged } = await withStore(async (store) => {
        const found = (await store.get(named)) ?? (await store.findBySource(named));
        // Too much depends on it to guess from a part of a title.
        if (found === null) {
          throw new CommandFailure(
            `No publication has the id or source “${named}”. See: concord library list --all`,
          );
        }
        const count = undo
          ? await store.restore([found.id])
          : await store.retire([found.id], 'person', clock.now());
        return { publication: (await store.get(found.id)) ?? found, isChanged: count > 0 };
      });
      const { id, title, retiredAt } = publication;
      if (json) return context.printJson({ id, title, retiredAt, changed: isChanged });
      if (!isChanged) return context.print(`${title} was ${undo ? 'in use' : 'retired'} already.`);
      context.print(
        undo
          ? `${title} is in use again. (If its file is gone, the next ingest retires it.)`
          : `${title} is retired: it is no longer found, old citations of it still resolve.\nUndo with: concord library retire ${id} --undo`,
      );
    });
}
