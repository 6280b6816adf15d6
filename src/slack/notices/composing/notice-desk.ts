import { z } from 'zod';
import type { Clock } from '../../../clock.ts';
import type { Publication } from '../../../library/index.ts';
import type { MessageContent } from '../../../messaging/index.ts';
import {
  changesBetween,
  contentOf,
  givePlaces,
  type Notice,
  type NoticeContent,
  type NoticeMessages,
} from '../../../notices/index.ts';
import { type Audience, audiencesUpTo, type PersonRoles } from '../../../people/index.ts';
import { titleOf } from '../../blocks/describe-publication.ts';
import type { LibraryView } from '../../library-view.ts';
import type { SlackDirectory } from '../../people/directory.ts';
import type { WebClients } from '../../web/web-clients.ts';
import type { NoticesInSlack } from '../notices-in-slack.ts';
import { findCardsThere } from './cards-there.ts';
import type { DraftNoticeText } from './draft-notice-text.ts';
import { type FormNotices, noticeFields } from './form-ids.ts';
import { findOutsidersAmong, type OutsidersFound } from './outsiders-found.ts';
import { partWords } from './part-words.ts';
import { previewView } from './preview-view.ts';
import type { FindReach } from './reach.ts';
import type { FormErrors } from './read-times.ts';
import { readableBy } from './suggest-publications.ts';

/** Somebody who may write notices. */
export interface Writer {
  person: string;
  roles: PersonRoles;
  /** IANA zone of their clock. */
  zone: string;
}

/** What else there is of the series of a notice, as far as it matters to whoever changes it. */
export interface AroundNotice {
  /** Whether it can be said that it takes place again and again. */
  canRepeat: boolean;
  /** How many later ones can be changed along with it. */
  later: number;
}

export interface NoticeDeskParts {
  notices: NoticesInSlack;
  messages: Pick<NoticeMessages, 'card'>;
  findReach: FindReach;
  draftNoticeText: DraftNoticeText;
  library: LibraryView;
  directory: Pick<SlackDirectory, 'rolesOf' | 'findStaff'>;
  clients: WebClients;
  clock: Clock;
}

/** What the forms of notices are filled from and checked with. */
export interface NoticeDesk {
  /** Null for whoever may not write notices now. */
  writer(person: string): Promise<Writer | null>;
  /** Publications that the writer can choose from, for an audience or for any. */
  choosable(writer: Writer, audience: Audience | null, embargoed: boolean): Promise<Publication[]>;
  /** A text to begin with, from the publication itself; may be empty. */
  draftText(publicationId: string, writer: Writer): Promise<string>;
  /** The notice as it will look in the first of its places. */
  card(notice: Notice): Promise<MessageContent>;
  /** What of the library somebody who gets the notice may not read, by block id of the field. */
  publicationErrors(content: NoticeContent, writer: Writer): Promise<FormErrors>;
  /** The same of publications that are attached to a session. */
  materialErrors(
    ids: readonly string[],
    notice: Pick<Notice, 'audience'>,
    writer: Writer,
  ): Promise<FormErrors>;
  /**
   * Who would see a notice, or has its card, whom its audience leaves out.
   *
   * @param target the notice that is changed; null for a new one.
   */
  outsiders(draft: Notice, target: Notice | null): Promise<OutsidersFound>;
  /**
   * Whether a second person has to agree before a notice is sent, or is sent otherwise than they
   * agreed to. What was posted is put right at once.
   *
   * @param target the notice that is changed; null for a new one.
   */
  needsApproval(target: Notice | null): boolean;
  around(draft: Notice | null, target: Notice | null): Promise<AroundNotice>;
  /**
   * The modal that shows a draft.
   *
   * @param done - What was done just now; null for nothing.
   * @param later - Whether those after the target are to change along with it.
   */
  preview(
    draft: Notice,
    target: Notice | null,
    writer: Writer,
    done: string | null,
    later?: boolean,
  ): Promise<object>;
}

const slackUser = z.object({ user: z.object({ tz: z.string().min(1) }) });

export function createNoticeDesk(parts: NoticeDeskParts): NoticeDesk {
  const { notices, messages, library, directory, clients, clock } = parts;
  const { settings } = notices;

  async function zoneOf(user: string): Promise<string> {
    try {
      return slackUser.parse(await clients.reading.users.info({ user })).user.tz;
    } catch {
      return settings.timeZone;
    }
  }

  async function card(notice: Notice): Promise<MessageContent> {
    const { channels, people, details } = notice;
    const [channel = null] = channels;
    const person = channel === null ? (people[0] ?? notice.author) : null;
    const places = details.kind === 'session' ? givePlaces([], details.capacity) : null;
    return messages.card(notice, { person, channel, card: null, late: false, places });
  }

  const cardsThere = (draft: Notice, target: Notice | null) =>
    findCardsThere(notices.outbox, draft, target, clock.now());

  function needsApproval(target: Notice | null): boolean {
    const isUnsent = target?.state === 'scheduled' && (target.announceAt ?? 0) > clock.now();
    return settings.needsApproval && (target === null || isUnsent);
  }

  /** Why one of these cannot be in a notice; null when all can. */
  async function unusable(
    ids: readonly string[],
    audience: Audience,
    writer: Writer,
    liftsEmbargo: boolean,
  ): Promise<string | null> {
    const own = mayRead(writer);
    for (const id of ids) {
      const found = await library.publication(id);
      if (found === null || found.retiredAt !== null || !own.includes(found.audience)) {
        return 'A publication that was chosen is not in the library any more.';
      }
      if (!liftsEmbargo && (found.embargoedUntil ?? 0) > clock.now()) {
        return `“${titleOf(found)}” is still under embargo.`;
      }
      if (!readableBy(audience).includes(found.audience)) {
        return `“${titleOf(found)}” is not for all who may see this notice.`;
      }
    }
    return null;
  }

  const mayRead = ({ roles }: Writer): Audience[] => audiencesUpTo(roles.rank, roles.groups);

  return {
    async writer(person) {
      const [roles, zone] = await Promise.all([directory.rolesOf(person), zoneOf(person)]);
      return roles.rank === 'staff' ? { person, roles, zone } : null;
    },

    choosable: (writer, audience, embargoed) => {
      const own = mayRead(writer);
      const readable = audience === null ? own : readableBy(audience);
      return library.choosable(
        own.filter((one) => readable.includes(one)),
        embargoed,
      );
    },

    draftText: (publicationId, writer) =>
      parts.draftNoticeText(publicationId, {
        person: writer.person,
        audiences: mayRead(writer),
      }),

    card,
    needsApproval,

    async publicationErrors({ details, audience }, writer) {
      const problem =
        details.kind === 'session'
          ? await unusable(details.papers, audience, writer, false)
          : await unusable([details.publicationId], audience, writer, true);
      const field = details.kind === 'session' ? noticeFields.papers : noticeFields.publication;
      return problem === null
        ? {}
        : { [field]: `${problem} Leave it out, or choose another audience.` };
    },

    async materialErrors(ids, { audience }, writer) {
      const problem = await unusable(ids, audience, writer, false);
      const errors: FormErrors = {};
      if (problem !== null) errors[noticeFields.materials] = `${problem} Leave it out.`;
      return errors;
    },

    async around(draft, target) {
      const known = target ?? draft;
      if (known === null || known.details.kind !== 'session') return { canRepeat: true, later: 0 };
      if (known.seriesId === null) {
        const { recurrence } = known.details;
        return { canRepeat: target === null || recurrence !== undefined, later: 0 };
      }
      const later = target === null ? [] : await notices.series.later(known.id);
      // Somebody agrees to each that is to come by itself: then each is changed by itself.
      const isOne = [known, ...later].some((one) => needsApproval(one));
      return { canRepeat: false, later: isOne ? 0 : later.length };
    },

    async outsiders(notice, target) {
      const [reach, cards] = await Promise.all([
        parts.findReach(notice),
        cardsThere(notice, target),
      ]);
      return findOutsidersAmong({ notice, reach, cards });
    },

    async preview(draft, target, { zone }, done, later = false) {
      const [shown, reach, cards] = await Promise.all([
        // What people have before them is changed: the card says so.
        card(target === null ? draft : { ...target, ...contentOf(draft) }),
        parts.findReach(draft),
        cardsThere(draft, target),
      ]);
      const ids: FormNotices = { draft: draft.id, target: target?.id ?? null, later };
      const isSession = draft.details.kind === 'session';
      return previewView({
        // What is changed may be one of a series, which is not made anew.
        notice: { ...draft, seriesId: target?.seriesId ?? draft.seriesId },
        card: shown,
        notices: ids,
        changes: target === null ? [] : partWords(changesBetween(target, draft), isSession),
        done,
        reach,
        cards,
        zone,
        quiet: settings.quietHours,
        needsApproval: needsApproval(target),
        now: clock.now(),
      });
    },
  };
}
