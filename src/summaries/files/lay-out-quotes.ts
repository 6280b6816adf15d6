import type { Claim, Quote, Source } from '../../answering/index.ts';
import { claimsOf, type Report } from '../report.ts';
import { cleanText } from './clean-text.ts';
import { type FileBlock, plain } from './file-block.ts';
import { foreignLanguageOf, pagesOf, titleOf } from './publication-words.ts';
import { pagesOfQuotes } from './report-place.ts';

interface Backing {
  quote: Quote;
  /** Statements it backs in other words than its own. */
  statements: string[];
}

/** Every quote of a report once, verbatim, by source and in the order of its statements. */
export function layOutQuotes(report: Report): FileBlock[] {
  const claims = claimsOf(report);
  return report.sources.flatMap((source) => {
    const backings = backingsOf(source, claims);
    if (backings.length === 0) return [];
    const name = `[${source.number}] ${titleOf(source.publication)}`;
    return [
      ...(report.sources.length === 1
        ? []
        : [{ kind: 'heading' as const, level: 3 as const, text: name }]),
      ...backings.flatMap((backing) => backingBlocks(backing, source)),
    ];
  });
}

function backingsOf({ publication }: Source, claims: readonly Claim[]): Backing[] {
  const found = new Map<string, Backing>();
  for (const { text, quotes } of claims) {
    for (const quote of quotes.filter(({ publicationId }) => publicationId === publication.id)) {
      const key = JSON.stringify(quote.ranges);
      const backing = found.get(key) ?? { quote, statements: [] };
      found.set(key, backing);
      const said = cleanText(text);
      if (!isWithin(said, quote) && !backing.statements.includes(said)) {
        backing.statements.push(said);
      }
    }
  }
  return [...found.values()];
}

/** Whether a statement is words of the quote, with or without a capital. */
function isWithin(said: string, { text }: Quote): boolean {
  return cleanText(text).toLowerCase().includes(said.toLowerCase());
}

function backingBlocks({ quote, statements }: Backing, { publication }: Source): FileBlock[] {
  const language = foreignLanguageOf(publication);
  const marked = language === null ? {} : { language };
  return [
    { kind: 'quote', line: [{ text: cleanText(quote.text), ...marked }] },
    { kind: 'small-print', about: 'quote', line: [plain(placeOf(quote, publication))] },
    ...statements.map((text) => ({
      kind: 'small-print' as const,
      about: 'quote' as const,
      line: [plain('Backs: '), { text, ...marked }],
    })),
  ];
}

/** `p. 3, section “Outcomes”`, or what is known of it. */
function placeOf(quote: Quote, publication: Source['publication']): string {
  const pages = pagesOf(publication, pagesOfQuotes([quote]), true);
  const heading = cleanText(quote.headingPath.at(-1) ?? '');
  const known = [pages, heading === '' ? null : `section “${heading}”`];
  return known.filter((part) => part !== null).join(', ') || titleOf(publication);
}
