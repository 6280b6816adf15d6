import type { Claim } from '../../answering/index.ts';
import { presentSides } from '../present-sides.ts';
import type { Report, ReportPart, SidesPart, TablePart } from '../report.ts';
import { shortTitles } from '../short-titles.ts';
import { cleanText } from './clean-text.ts';
import { bold, type FileBlock, italic, type Line, plain } from './file-block.ts';
import { foreignLanguageOf, formatDate, titleOf } from './publication-words.ts';
import { citationOf } from './report-place.ts';

/** ` (2019 only)` behind a section. */
const remark = / \([^()]* only\)$/;
const notReported = 'not reported';

/** One part of a report, under its heading. */
export function layOutPart(part: ReportPart, report: Report): FileBlock[] {
  const { heading } = part;
  return [
    ...(heading === null
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: cleanText(heading) }]),
    ...contentOf(part, report),
  ];
}

function contentOf(part: ReportPart, report: Report): FileBlock[] {
  switch (part.kind) {
    case 'claims':
      return linesOrList(part.claims.map((claim) => claimLine(claim, report)));
    case 'silence':
      return linesOrList(part.sentences.map((sentence) => [plain(cleanText(sentence))]));
    case 'table':
      return [tableBlock(part, report)];
    case 'sides':
      return sideBlocks(part, report);
  }
}

/** One is a paragraph, several are a list. */
function linesOrList(lines: readonly Line[]): FileBlock[] {
  const [line, ...others] = lines;
  if (line === undefined) return [];
  return others.length === 0 ? [{ kind: 'paragraph', line }] : [{ kind: 'list', items: lines }];
}

/** A statement with its citation. */
function claimLine(claim: Claim, report: Report, options?: Parameters<typeof citationOf>[2]): Line {
  const source = report.sources.find(({ number }) => claim.citations.includes(number));
  const language = source === undefined ? null : foreignLanguageOf(source.publication);
  return [
    { text: cleanText(claim.text), ...(language === null ? {} : { language }) },
    plain(citationOf(claim, report, options)),
  ];
}

function tableBlock({ columns, rows }: TablePart, report: Report): FileBlock {
  return {
    kind: 'table',
    header: ['Publication', ...columns.map(cleanText)],
    rows: rows.map(({ source, cells }) => [
      [[bold(nameOf(source, report))]],
      ...columns.map((_, index) => {
        const claims = cells[index] ?? [];
        if (claims.length === 0) return [[italic(notReported)]];
        return claims.map((claim) => claimLine(claim, report, { isNamed: true }));
      }),
    ]),
  };
}

/** Both sides one below the other, each with the publication that says so. */
function sideBlocks(part: SidesPart, report: Report): FileBlock[] {
  const isOfChanges = report.kind === 'changes';
  const under = isOfChanges ? (part.heading?.replace(remark, '') ?? null) : null;
  return presentSides(part, report).flatMap(({ label, claims }) => [
    { kind: 'heading', level: 3, text: cleanText(label) },
    {
      kind: 'list',
      items: claims.map(({ name, claim }) => {
        const named = claim.citations.map((number) => nameOf(number, report)).join('; ');
        const lead = isOfChanges ? name : named;
        return [
          ...(lead === null ? [] : [bold(`${lead}: `)]),
          ...claimLine(claim, report, { isNamed: true, under }),
        ];
      }),
    },
  ]);
}

/** `[2] Title (March 2024)`, `[3] Title (2019, superseded)`; a reading list has whole titles. */
function nameOf(number: number, { kind, sources }: Report): string {
  const index = sources.findIndex((source) => source.number === number);
  const publication = sources[index]?.publication;
  if (publication === undefined) return `[${number}]`;
  const { date, status } = publication;
  const facts = [
    ...(date === null ? [] : [formatDate(cleanText(date))]),
    ...(status === 'current' ? [] : [status]),
  ];
  const known = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  const short = shortTitles(sources.map((source) => ({ title: titleOf(source.publication) })))[
    index
  ];
  const title = kind === 'briefing' ? null : short;
  return `[${number}] ${title ?? titleOf(publication)}${known}`;
}
