import {
  comparisonColumns,
  fewestCompared,
  mostColumns,
  mostCompared,
  standardColumn,
} from '../summaries/index.ts';
import { CommandFailure, type RegisterCommand } from './command.ts';
import { choosePublication } from './find-publication.ts';
import {
  addReportOptions,
  type ReportCommandParts,
  type ReportOptions,
  runReport,
} from './report-command.ts';

interface Options extends ReportOptions {
  column: string[];
  changes?: true;
}

/** Adds `compare`. */
export function registerCompare(parts: ReportCommandParts): RegisterCommand {
  return (context) => {
    const command = context.program
      .command('compare')
      .description('put publications side by side, or list what has changed between two editions')
      .argument(
        '<publications...>',
        `${fewestCompared} to ${mostCompared}, each its id, its source, or words of title, authors and year in quotation marks`,
      )
      .option(
        '--column <name>',
        `a column: ${comparisonColumns.join('; ')}; or a short question of your own; may be repeated, at most ${mostColumns}`,
        (value: string, before: string[]) => [...before, value],
        [],
      )
      .option('--changes', 'list what has changed from the earlier to the later of two');
    addReportOptions(command).action((named: string[], options: Options) => {
      checkCall(named, options);
      // Only questions of one's own are looked up in the indexes.
      const searches = options.column.some((column) => standardColumn(column) === null);
      return runReport({ context, parts, options, searches }, async (session, request) => {
        const publications = await session.readable(request.audiences);
        const ids = named.map((each) => choosePublication(publications, each).id);
        const [earlierId = '', laterId = ''] = ids;
        return options.changes
          ? session.summaries.changes({ ...request, earlierId, laterId })
          : session.summaries.compare({
              ...request,
              publicationIds: ids,
              columns: options.column,
            });
      });
    });
  };
}

/** @throws {CommandFailure} */
function checkCall(named: readonly string[], { column, changes }: Options): void {
  if (changes && named.length !== 2) {
    throw new CommandFailure(
      `--changes: expected 2 publications, got ${named.length}. Put a title of several words in quotation marks.`,
      2,
    );
  }
  if (changes && column.length > 0) {
    throw new CommandFailure('--changes lists changes; it has no columns. Leave out --column.', 2);
  }
  if (column.length > mostColumns) {
    throw new CommandFailure(
      `--column: expected at most ${mostColumns} columns, got ${column.length}. Leave some out.`,
      2,
    );
  }
  if (named.length < fewestCompared || named.length > mostCompared) {
    throw new CommandFailure(
      `Expected ${fewestCompared} to ${mostCompared} publications, got ${named.length}. Put a title of several words in quotation marks.`,
      2,
    );
  }
}
