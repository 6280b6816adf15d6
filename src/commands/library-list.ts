import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Clock } from '../clock.ts';
import {
  type PublicationKind,
  type PublicationStatus,
  publicationKinds,
  publicationStatuses,
} from '../library/index.ts';
import { type Audience, audienceSchema } from '../people/index.ts';
import type { CommandContext } from './command.ts';
import { describeStanding } from './describe-publication.ts';
import type { WithStore } from './with-store.ts';

interface Options {
  kind?: PublicationKind;
  status?: PublicationStatus;
  audience?: Audience;
  all?: true;
  json?: true;
}

/** Adds `library list`. */
export function addLibraryList(
  parent: Command,
  context: CommandContext,
  withStore: WithStore,
  clock: Clock,
): void {
  parent
    .command('list')
    .description('list publications in order of title')
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(publicationKinds))
    .addOption(new Option('--status <status>', 'only of this status').choices(publicationStatuses))
    .option('--audience <audience>', 'only for exactly this audience', parseAudience)
    .option('--all', 'retired ones too')
    .option('--json', 'print one JSON document')
    .action(async ({ kind, status, audience, all, json }: Options) => {
      const publications = await withStore((store) =>
        store.list({
          ...(kind === undefined ? {} : { kinds: [kind] }),
          ...(status === undefined ? {} : { statuses: [status] }),
          ...(audience === undefined ? {} : { audiences: [audience] }),
          retired: all ? 'any' : false,
        }),
      );
      if (json) return context.printJson(publications);
      if (publications.length === 0) {
        return context.print('No publications. Read some with: concord ingest FOLDER');
      }
      for (const publication of publications) {
        context.print(`${publication.id}  ${publication.title}`);
        context.print(`${' '.repeat(14)}${describeStanding(publication, clock.now())}`);
        context.print(`${' '.repeat(14)}${publication.source}`);
      }
      context.print(
        `${publications.length} ${publications.length === 1 ? 'publication' : 'publications'}`,
      );
    });
}

function parseAudience(value: string): Audience {
  const parsed = audienceSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join('; '));
}
