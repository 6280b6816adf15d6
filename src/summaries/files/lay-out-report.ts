import type { Source } from '../../answering/index.ts';
import { editionNames } from '../present-sides.ts';
import type { Report } from '../report.ts';
import { cleanText } from './clean-text.ts';
import { bold, type FileBlock, italic, plain } from './file-block.ts';
import { layOutPart } from './lay-out-part.ts';
import { layOutQuotes } from './lay-out-quotes.ts';
import { plainAddress } from './plain-address.ts';
import {
  authorsOf,
  dayOf,
  kindAndDateOf,
  pagesOf,
  titleOf,
  warningsOf,
} from './publication-words.ts';

/** What a file tells besides the report. */
export interface ReportFileOptions {
  /** When the report was written, UTC ms. */
  madeAt: number;
}

/** More are named by their numbers. */
const mostNamedInFull = 2;

/** A report as a file gives it: what it says, its sources, every quote, and who wrote it. */
export function layOutReport(report: Report, { madeAt }: ReportFileOptions): FileBlock[] {
  return [
    ...layOutStatements(report),
    { kind: 'heading', level: 2, text: 'Quotes' },
    ...layOutQuotes(report),
    { kind: 'heading', level: 2, text: 'How this was written' },
    ...smallPrint(report, madeAt),
  ];
}

/** What a report says, and its sources. */
export function layOutStatements(report: Report): FileBlock[] {
  return [
    { kind: 'title', text: cleanText(report.title) || 'Untitled' },
    { kind: 'paragraph', line: [plain(cleanText(report.description))] },
    ...factLines(report),
    ...warningLines(report),
    ...report.parts.flatMap((part) => layOutPart(part, report)),
    { kind: 'heading', level: 2, text: report.sources.length === 1 ? 'Source' : 'Sources' },
    ...report.sources.map(sourceBlock),
  ];
}

function factLines({ sources }: Report): FileBlock[] {
  const [source, ...others] = sources;
  if (source === undefined) return [];
  if (others.length > 0) {
    return [{ kind: 'paragraph', line: [plain(`From ${sources.length} publications.`)] }];
  }
  const { publication } = source;
  const { pageCount, format } = publication;
  const unit = format === 'pptx' ? 'slide' : 'page';
  const facts = [
    capitalise(kindAndDateOf(publication)),
    ...(pageCount === null ? [] : [`${pageCount} ${pageCount === 1 ? unit : `${unit}s`}`]),
    ...listed(authorsOf(publication), 'by '),
  ];
  return [{ kind: 'paragraph', line: [plain(facts.join(' · '))] }];
}

/** What bears on how far the sources can be relied on, each warning once with those it is about. */
function warningLines(report: Report): FileBlock[] {
  const { sources } = report;
  const editions = editionNames(report);
  const about = new Map<string, Source[]>();
  for (const source of sources) {
    for (const warning of warningsOf(source.publication)) {
      about.set(warning, [...(about.get(warning) ?? []), source]);
    }
  }
  return [...about].map(([warning, named]) => {
    const which = named
      .map(({ number, publication }) => {
        const edition = editions.get(number);
        if (edition !== undefined) return edition;
        return named.length > mostNamedInFull
          ? `[${number}]`
          : `[${number}] ${titleOf(publication)}`;
      })
      .join(', ');
    const text = sources.length === 1 ? warning : `${which}: ${warning}`;
    return { kind: 'paragraph', line: [bold('Note: '), plain(text)] };
  });
}

/** `[1] Title. Authors. Case study, March 2024. pp. 3, 5.`, and its address. */
function sourceBlock({ number, publication, pages }: Source): FileBlock {
  const cited = pagesOf(publication, pages, true);
  const details = [
    ...listed(authorsOf(publication), ''),
    capitalise(kindAndDateOf(publication)),
    ...(cited === null ? [] : [`Cited: ${cited}`]),
  ].map(sentence);
  const line = [
    plain(`[${number}] `),
    bold(sentence(titleOf(publication))),
    plain(` ${details.join(' ')}`),
    ...warningsOf(publication).map((warning) => italic(` ${warning}`)),
  ];
  return { kind: 'source', line, address: plainAddress(publication.link) };
}

function smallPrint({ composer, notes }: Report, madeAt: number): FileBlock[] {
  const byWhom =
    composer === 'model'
      ? 'A language model wrote the statements. Each was checked before it was shown: its quotes were found, word for word, at the place named, and every figure in it stands in them.'
      : 'The statements are in the publications’ own words; no language model was used. Each was found, word for word, at the place named.';
  const lines = [
    `Written by Concord on ${dayOf(madeAt)}. ${byWhom}`,
    ...notes.map(cleanText),
    'The quotes above let you check every statement. Please read the original before you decide anything by it.',
  ];
  return lines.map((text) => ({ kind: 'small-print', line: [plain(text)] }));
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const listed = (text: string | null, before: string): string[] =>
  text === null ? [] : [before + text];
