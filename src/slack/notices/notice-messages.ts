import type { Clock } from '../../clock.ts';
import type { Publication } from '../../library/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import {
  givePlaces,
  type Notice,
  type NoticeMessages,
  type NoticeReader,
  type SessionDetails,
} from '../../notices/index.ts';
import { audiencesUpTo, type Directory } from '../../people/index.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { display } from '../blocks/describe-publication.ts';
import { markup } from '../blocks/markup.ts';
import { type Piece, section } from '../blocks/piece.ts';
import type { LibraryView } from '../library-view.ts';
import { changeNote } from './change-note.ts';
import type { FindPermalink } from './permalinks.ts';
import { publicationCard } from './publication-card.ts';
import { readableBy, readableWith } from './readable-by.ts';
import { namedArrivals, reportPieces } from './report-message.ts';
import { type PaperToRead, sessionCard } from './session-card.ts';
import {
  cardLine,
  displacementNote,
  materialsNote,
  noteButtons,
  promotionNote,
  reminderNote,
  type SessionNote,
  sessionCancellation,
} from './session-notes.ts';

export interface NoticeMessagesParts {
  library: Pick<LibraryView, 'publication'>;
  directory: Pick<Directory, 'rolesOf' | 'visibilityOf'>;
  findPermalink: FindPermalink;
  clock: Clock;
}

/** Addresses longer than this are left out of a list of papers, which has to fit into one message. */
const mostPaperAddress = 400;

/** Draws what is said of notices, each in one message. */
export function createNoticeMessages(parts: NoticeMessagesParts): NoticeMessages {
  const { library, directory, clock } = parts;

  /** Those that all who see the message may read now. */
  async function readable(
    ids: readonly string[],
    { person, channel }: NoticeReader,
  ): Promise<Publication[]> {
    if (ids.length === 0) return [];
    if (person !== null) return readableBy(parts, ids, person);
    const visibility = channel === null ? null : await directory.visibilityOf(channel);
    const rank = visibility?.kind === 'members' ? 'members' : 'public';
    return readableWith(parts, ids, audiencesUpTo(rank));
  }

  async function readableMaterials(
    { materials }: SessionDetails,
    reader: NoticeReader,
  ): Promise<PaperToRead[]> {
    return (await readable(materials?.publications ?? [], reader)).map(paperToRead);
  }

  async function noteOf(notice: Notice, reader: NoticeReader): Promise<SessionNote | null> {
    const { details } = notice;
    if (details.kind !== 'session') return null;
    const isElsewhere = reader.person !== null && reader.card !== null;
    const permalink = isElsewhere && reader.card ? await parts.findPermalink(reader.card) : null;
    return { notice, details, reader, permalink };
  }

  return {
    async card(notice, reader) {
      const { details } = notice;
      const { late } = reader;
      if (details.kind === 'publication') {
        // Its embargo, if it has one, ends with this very message.
        const publication = await library.publication(details.publicationId);
        const known = publication?.retiredAt === null ? publication : null;
        return oneMessage(publicationCard({ notice, details, publication: known, late }));
      }
      const papers = (await readable(details.papers, reader)).map(paperToRead);
      const materials = await readableMaterials(details, reader);
      const places = reader.places ?? givePlaces([], details.capacity);
      return oneMessage(
        sessionCard({ notice, details, places, papers, materials, late, now: clock.now() }),
      );
    },

    async reminder(notice, reader) {
      const note = await noteOf(notice, reader);
      return oneMessage(
        note === null ? [titleOf('Reminder', notice)] : reminderNote(note, clock.now()),
      );
    },

    async change(notice, change, reader) {
      const pieces = changeNote(notice.details, change);
      const note = reader.person === null ? null : await noteOf(notice, reader);
      if (note !== null) {
        pieces.push(...cardLine(note), noteButtons(note));
      }
      return oneMessage(pieces);
    },

    async cancellation(notice, reader) {
      const note = await noteOf(notice, reader);
      return oneMessage(note === null ? [titleOf('Withdrawn', notice)] : sessionCancellation(note));
    },

    async promotion(notice, reader) {
      const note = await noteOf(notice, reader);
      return oneMessage(
        note === null ? [titleOf('You have a place', notice)] : promotionNote(note),
      );
    },

    async displacement(notice, reader) {
      const note = await noteOf(notice, reader);
      return oneMessage(note === null ? [titleOf('Changed', notice)] : displacementNote(note));
    },

    async materials(notice, reader) {
      const note = await noteOf(notice, reader);
      if (note === null) return oneMessage([titleOf('Materials', notice)]);
      return oneMessage(materialsNote(note, await readableMaterials(note.details, reader)));
    },

    async report(notice, outcome) {
      const arrived = await Promise.all(
        namedArrivals(outcome).map(async (task) => ({
          task,
          permalink: task.message === null ? null : await parts.findPermalink(task.message),
        })),
      );
      return oneMessage(reportPieces(notice, outcome, arrived));
    },
  };
}

function titleOf(what: string, { details }: Notice): Piece {
  const title = display(details.title, 150);
  return section(markup`*${what}:* ${title}`, `${what}: ${title}.`);
}

function paperToRead({ title, link }: Publication): PaperToRead {
  return { title, link: link !== null && link.length <= mostPaperAddress ? link : null };
}

/** What checked notices consist of fits into one message. */
function oneMessage(pieces: readonly Piece[]): MessageContent {
  const [message] = composeMessages(pieces);
  if (message === undefined) throw new Error('a notice says something');
  return message;
}
