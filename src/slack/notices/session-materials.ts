import type { SessionMaterials } from '../../notices/index.ts';
import { display } from '../blocks/describe-publication.ts';
import { joinMarkup, linkTo, type Markup, markup } from '../blocks/markup.ts';
import { mostSectionCharacters, type Piece, section } from '../blocks/piece.ts';

/** A publication among materials that its readers may read. */
export interface MaterialToRead {
  title: string;
  link: string | null;
}

const mostTitle = 150;
const mostNote = 500;

/** What a session left behind: a note, links and publications. */
export function materialPieces(
  { note, links }: Pick<SessionMaterials, 'note' | 'links'>,
  publications: readonly MaterialToRead[],
): Piece[] {
  const named = [
    ...links.map(({ title, url }) => ({ title: title === '' ? 'Link' : title, link: url })),
    ...publications,
  ];
  const said = display(note, mostNote);
  if (named.length === 0 && said === '') return [];
  const lines = named.map(({ title, link }) => {
    const name = display(title, mostTitle);
    return link === null ? markup`• ${name}` : markup`• ${linkTo(link, name)}`;
  });
  const [first = [], ...rest] = inSections([
    markup`*Materials*`,
    ...(said === '' ? [] : [markup`${said}`]),
    ...lines,
  ]);
  const names = named.map(({ title }) => display(title, mostTitle)).join('; ');
  const spoken = ['Materials.', said, names === '' ? '' : `${names}.`];
  return [
    section(joinMarkup(first, '\n'), spoken.filter((part) => part !== '').join(' ')),
    ...rest.map((each) => section(joinMarkup(each, '\n'), '')),
  ];
}

/** Lines in as few sections as they fit into. */
function inSections(lines: readonly Markup[]): Markup[][] {
  const sections: Markup[][] = [];
  let room = 0;
  for (const line of lines) {
    const length = line.mrkdwn.length + 1;
    if (length > room) {
      sections.push([]);
      room = mostSectionCharacters;
    }
    sections.at(-1)?.push(line);
    room -= length;
  }
  return sections;
}
