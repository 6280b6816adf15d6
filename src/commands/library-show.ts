import type { Command } from 'commander';
import type { Clock } from '../clock.ts';
import { findReplacement, type Passage, type Publication } from '../library/index.ts';
import type { CommandContext } from './command.ts';
import { describeStanding, moment } from './describe-publication.ts';
import { findPublication } from './find-publication.ts';
import type { WithStore } from './with-store.ts';

interface Shown {
  publication: Publication;
  /** What replaces it, when it is superseded by something the library holds. */
  replacement: { id: string; title: string } | null;
  /** Length of the text in UTF-16 code units. */
  characters: number;
  passages: Passage[];
}

/** Adds `library show`. */
export function addLibraryShow(
  parent: Command,
  context: CommandContext,
  withStore: WithStore,
  clock: Clock,
): void {
  parent
    .command('show')
    .description('show what is known of a publication')
    .argument('<publication>', 'its id, its source, or words of title, authors and year')
    .option('--passages', 'show its passages too')
    .option('--json', 'print one JSON document')
    .action(async (named: string, options: { passages?: true; json?: true }) => {
      const shown = await withStore(async (store): Promise<Shown> => {
        const publication = await findPublication(store, named);
        const { id, supersededBy } = publication;
        const replacement =
          supersededBy === null
            ? undefined
            : findReplacement(supersededBy, await store.list({ retired: 'any' }));
        return {
          publication,
          replacement:
            replacement === undefined ? null : { id: replacement.id, title: replacement.title },
          characters: (await store.text(id))?.text.length ?? 0,
          passages: await store.passagesOf(id),
        };
      });
      if (options.json) {
        const { passages, ...rest } = shown;
        context.printJson({
          ...rest,
          passageCount: passages.length,
          ...(options.passages ? { passages } : {}),
        });
        return;
      }
      context.print(describe(shown, clock.now()));
      if (options.passages) {
        for (const passage of shown.passages) context.print(describePassage(passage));
      }
    });
}

function describe({ publication, replacement, characters, passages }: Shown, now: number): string {
  const { supersededBy } = publication;
  const rows: [string, string | null][] = [
    ['Id', publication.id],
    ['Source', publication.source],
    ['Authors', publication.authors.join(', ') || null],
    [
      'Replaced by',
      replacement === null ? supersededBy : `${replacement.title} (${replacement.id})`,
    ],
    ['Link', publication.link],
    ['Language', publication.language],
    [
      'Format',
      publication.pageCount === null
        ? publication.format
        : `${publication.format}, ${publication.pageCount} pages`,
    ],
    ['Added', moment(publication.addedAt)],
    ['Changed', moment(publication.changedAt)],
    ['Length', `${characters} characters in ${passages.length} passages`],
  ];
  const known = rows.filter((row): row is [string, string] => row[1] !== null);
  return [
    publication.title,
    describeStanding(publication, now),
    '',
    ...known.map(([name, value]) => `${name.padEnd(12)} ${value}`),
  ].join('\n');
}

function describePassage(passage: Passage): string {
  const { pageStart, pageEnd } = passage;
  const pages =
    pageStart === null
      ? ''
      : pageStart === pageEnd
        ? `p. ${pageStart}`
        : `p. ${pageStart}–${pageEnd}`;
  const place = [`#${passage.ordinal}`, pages, passage.headingPath.join(' › ')];
  return `\n${place.filter((part) => part !== '').join('  ')}\n${passage.text}`;
}
