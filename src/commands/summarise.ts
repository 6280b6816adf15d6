import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Option } from 'commander';
import type { LibraryStore, Publication } from '../library/index.ts';
import {
  type KeptReport,
  type ReportRequest,
  type SummaryLength,
  type SummaryReader,
  summaryLengths,
  summaryReaders,
} from '../summaries/index.ts';
import { CommandFailure, type RegisterCommand } from './command.ts';
import { choosePublication } from './find-publication.ts';
import {
  addReportComposer,
  addReportOptions,
  type ReportCommandParts,
  type ReportOptions,
  type ReportSession,
  runReport,
} from './report-command.ts';

interface Options extends ReportOptions {
  length: SummaryLength;
  reader: SummaryReader;
}

/** Adds `summarise`. */
export function registerSummarise(parts: ReportCommandParts): RegisterCommand {
  return (context) => {
    const command = context.program
      .command('summarise')
      .description('summarise a publication, or a file, every statement quoted and checked')
      .argument(
        '<publication...>',
        'its id, its source, or words of title, authors and year; or the path of a file',
      )
      .addOption(
        new Option('--length <length>', 'one sentence, about 120 words, or about 500')
          .choices(summaryLengths)
          .default('brief'),
      )
      .addOption(
        new Option('--reader <reader>', 'who it is for; public is plain English')
          .choices(summaryReaders)
          .default('member'),
      );
    addReportComposer(addReportOptions(command)).action((words: string[], options: Options) => {
      const named = words.join(' ').trim();
      if (named === '') throw new CommandFailure('Name a publication or a file.', 2);
      return runReport({ context, parts, options, searches: false }, (session, request) =>
        summarise(named, session, parts, { ...request, ...manner(options) }),
      );
    });
  };
}

const manner = ({ length, reader }: Options) => ({ length, reader });

/** Folders, or an ending. */
const looksLikePath = /[\\/]|\.\w{2,5}$/;

type SummaryRequest = ReportRequest & Pick<Options, 'length' | 'reader'>;

async function summarise(
  named: string,
  session: ReportSession,
  { readFile }: ReportCommandParts,
  request: SummaryRequest,
): Promise<KeptReport> {
  const { summaries, store, readable } = session;
  const isFile = await stat(named).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) {
    const publication = chooseOrMissFile(await readable(request.audiences), named);
    return summaries.summarise({ ...request, publicationId: publication.id });
  }
  const publicationId = await publicationFrom(store, named);
  if (publicationId !== null) return summaries.summarise({ ...request, publicationId });
  const bytes = await readFile(named).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`${named} cannot be read: ${reason}`);
  });
  return summaries.summariseFile({ ...request, filename: basename(named), bytes, owner: null });
}

/** Says, of what looks like the path of a file, that there is none. */
function chooseOrMissFile(publications: readonly Publication[], named: string): Publication {
  try {
    return choosePublication(publications, named);
  } catch (error) {
    if (!(error instanceof CommandFailure) || !looksLikePath.test(named)) throw error;
    throw new CommandFailure(`There is no file ${named} here.\n${error.message}`);
  }
}

/** The id of the publication that was made of a file; null when the library does not hold it. */
async function publicationFrom(store: LibraryStore, path: string): Promise<string | null> {
  const whole = resolve(path);
  const found = (await store.sourceStates()).find(
    ({ origin, source, retiredAt }) =>
      retiredAt === null && origin !== null && join(origin.folder, source) === whole,
  );
  return found?.id ?? null;
}
