import type { ExchangeStore, Source } from '../../answering/index.ts';
import type { Publication } from '../../library/index.ts';
import type { Audience } from '../../people/index.ts';
import type { Summaries } from '../../summaries/index.ts';
import { readCitationValue } from '../blocks/citation-value.ts';
import { cleanText } from '../blocks/markup.ts';
import type { LibraryView } from '../library-view.ts';

export interface NamedPublicationsParts {
  library: LibraryView;
  exchanges: ExchangeStore;
  summaries: Summaries;
}

/** Shorter titles are words that people use for other things. */
const fewestTitleCharacters = 10;
/** More is no choice. */
const mostNamed = 20;

/**
 * Publications that a message names, among those that its reader may read: by a link to one, as the
 * source of an answer or report of Concord's, or by title, as on the card of a notice.
 *
 * @param message as Slack sends it, with its blocks.
 * @param reader who reads it, by Slack id, and what they may read.
 */
export async function namedPublications(
  parts: NamedPublicationsParts,
  message: object,
  reader: { person: string; audiences: readonly Audience[] },
): Promise<Publication[]> {
  const readable = await parts.library.readable(reader.audiences);
  const texts = stringsOf(message);
  const cited = new Set(await citedIn(parts, texts, reader));
  const whole = plain(texts.join('\n'));
  const links = linksIn(texts);
  const isNamed = ({ id, link, title }: Publication): boolean => {
    if (cited.has(id) || (link !== null && links.has(link))) return true;
    const name = plain(title).trim();
    return isTelling(name) && whole.includes(` ${name} `);
  };
  // What an answer cites comes in its order, before what is merely named.
  const order = [...cited];
  const rank = ({ id }: Publication): number => {
    const place = order.indexOf(id);
    return place < 0 ? order.length : place;
  };
  return readable
    .filter(isNamed)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, mostNamed);
}

/** Whether words are a title and not what people say anyway. */
function isTelling(name: string): boolean {
  return name.includes(' ') && name.length >= fewestTitleCharacters;
}

/** Ids of what the answers and reports cite whose buttons are in the message. */
async function citedIn(
  { exchanges, summaries }: NamedPublicationsParts,
  texts: readonly string[],
  reader: { person: string; audiences: readonly Audience[] },
): Promise<string[]> {
  const references = texts.flatMap((text) => readCitationValue(text) ?? []);
  const keys = new Map(references.map(({ citedIn }) => [`${citedIn.kind} ${citedIn.id}`, citedIn]));
  const found = await Promise.all(
    [...keys.values()].slice(0, mostNamed).map(async ({ kind, id }): Promise<readonly Source[]> => {
      if (kind === 'report') return (await summaries.find(id, reader))?.report.sources ?? [];
      const answer = (await exchanges.find(id))?.answer;
      return answer?.kind === 'answer' ? answer.sources : [];
    }),
  );
  return found.flat().map(({ publication }) => publication.id);
}

/** Every text in a message: what it says, and the values of its buttons. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** Addresses, as publications have them; Slack escapes them in texts. */
function linksIn(texts: readonly string[]): Set<string> {
  const found = texts.flatMap((text) => text.match(/https?:\/\/[^\s<>|"]+/gi) ?? []);
  const unescaped = found.map((link) =>
    link.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
  return new Set([...found, ...unescaped]);
}

/** Words alone, each between spaces. */
function plain(text: string): string {
  const words = cleanText(text)
    .replace(/&(?:amp|lt|gt);/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${words.trim()} `;
}
