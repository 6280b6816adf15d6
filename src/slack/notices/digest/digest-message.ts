import type { Publication } from '../../../library/index.ts';
import type { MessageContent } from '../../../messaging/index.ts';
import type { ComingSession, Digest } from '../../../notices/index.ts';
import { composeMessages } from '../../blocks/compose-messages.ts';
import { describePublication, display } from '../../blocks/describe-publication.ts';
import { joinMarkup, linkTo, type Markup, markup } from '../../blocks/markup.ts';
import { context, type Piece, section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { lateLine } from '../late-line.ts';
import type { FindPermalink } from '../permalinks.ts';
import { sessionTimes, spokenTimes } from '../session-times.ts';

/** Most of each that are named; of the rest it is said how many there are. */
export const mostNamed = 8;
const mostTitle = 150;

/** A session with the address of its announcement; null where that is not known. */
type LinkedSession = ComingSession & { permalink: string | null };

/** What a week brought, in one message. */
export async function digestMessage(
  digest: Digest,
  findPermalink: FindPermalink,
): Promise<MessageContent> {
  const sessions = await Promise.all(
    digest.sessions.slice(0, mostNamed).map(async (session) => ({
      ...session,
      permalink: await findPermalink(session.announcement),
    })),
  );
  // Titles and addresses may be so long that fewer fit.
  for (let most = mostNamed; ; most -= 1) {
    const [message, ...more] = composeMessages(piecesOf(digest, sessions, most));
    if (message === undefined) throw new Error('a digest has a title');
    if (more.length === 0 || most === 1) return message;
  }
}

function piecesOf(digest: Digest, sessions: readonly LinkedSession[], most: number): Piece[] {
  const { publications, answers, isDirect, late } = digest;
  return [
    title('This week in the library'),
    ...part('New publications', publications, publications.length, most, describeNew),
    ...part('Answered by the team', answers, answers.length, most, describeNew),
    ...part('Coming sessions', sessions, digest.sessions.length, most, describeSession),
    isDirect ? directNote : channelNote,
    ...(late ? [lateLine()] : []),
  ];
}

const directNote = note('You chose to get this. Change it on the Home tab of Concord.');
const channelNote = note(
  'To get what you may read in a direct message each week, choose it on the Home tab of Concord.',
);

function note(text: string): Piece {
  return context(markup`${text}`, text);
}

function title(text: string): Piece {
  return { block: { type: 'header', text: plainTextObject(text, 150) }, text: `${text}.` };
}

/** A heading with its items; nothing where there are none. @param count with those not given. */
function part<Item>(
  heading: string,
  items: readonly Item[],
  count: number,
  most: number,
  describe: (item: Item) => Piece,
): Piece[] {
  if (count === 0) return [];
  const named = items.slice(0, most);
  const more = count - named.length;
  const rest = `and ${more.toLocaleString('en-GB')} more`;
  return [
    section(markup`*${heading}*`, `${heading}:`),
    ...named.map(describe),
    ...(more > 0 ? [note(rest)] : []),
  ];
}

function describeNew(publication: Publication): Piece {
  const { shown, spoken } = describePublication(publication, { heading: null, pages: [] });
  return section(markup`• ${shown}`, `${spoken}.`);
}

const replies: Readonly<Record<NonNullable<ComingSession['reply']>, string>> = {
  going: 'You are going',
  maybe: 'You may come',
  cannot: 'You cannot come',
  waiting: 'You are on the waiting list',
};

function describeSession({ details, permalink, reply }: LinkedSession): Piece {
  const name = display(details.title, mostTitle);
  const linked = permalink === null ? markup`${name}` : linkTo(permalink, name);
  const said = reply === null ? null : replies[reply];
  const facts: Markup[] = [linked, sessionTimes(details)];
  if (said !== null) facts.push(markup`_${said}_`);
  const spoken = `${name}, ${spokenTimes(details)}.${said === null ? '' : ` ${said}.`}`;
  return section(markup`• ${joinMarkup(facts, '\u00a0· ')}`, spoken);
}
