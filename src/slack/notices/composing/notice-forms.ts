import type {
  Notice,
  NoticeContent,
  PublicationDetails,
  SessionDetails,
} from '../../../notices/index.ts';
import { localTimeAt } from '../../../notices/index.ts';
import type { LibraryView } from '../../library-view.ts';
import type { NoticesInSlack } from '../notices-in-slack.ts';
import type { FormNotices } from './form-ids.ts';
import { type ChosenPublication, typedTime } from './form-values.ts';
import type { AroundNotice, NoticeDesk, Writer } from './notice-desk.ts';
import { postponeForm } from './postpone-form.ts';
import { publicationForm } from './publication-form.ts';
import { repeatValues } from './repeat-values.ts';
import { sessionForm } from './session-form.ts';
import { nameInMenu } from './suggest-publications.ts';

export interface NoticeFormsParts {
  desk: NoticeDesk;
  library: LibraryView;
  settings: NoticesInSlack['settings'];
  now(): number;
}

/** The forms of notices, filled in. */
export interface NoticeForms {
  /** Publications as they are shown in a form in which they are chosen already. */
  chosen(ids: readonly string[]): Promise<ChosenPublication[]>;
  emptySession(writer: Writer): object;
  /** Null when the publication is not in the library. */
  newPublication(writer: Writer, publicationId: string): Promise<object | null>;
  /** Filled in with a notice's content. */
  filledIn(
    content: NoticeContent,
    notices: FormNotices,
    writer: Writer,
    around: AroundNotice,
  ): Promise<object>;
  /** Filled in with what a notice says, without its time. */
  duplicate(notice: Notice, writer: Writer): Promise<object>;
  postpone(notice: Notice, around: AroundNotice): object;
}

const nothing: FormNotices = { draft: null, target: null };
const alone: AroundNotice = { canRepeat: true, later: 0 };

export function createNoticeForms({ desk, library, settings, now }: NoticeFormsParts): NoticeForms {
  const sending = { audience: 'members' as const, channels: [], people: [], announce: '' };

  /** Titles of publications that are chosen already. */
  async function chosen(ids: readonly string[]): Promise<ChosenPublication[]> {
    const found = await Promise.all(ids.map((id) => library.publication(id)));
    return found.flatMap((one) =>
      one === null ? [] : [{ id: one.id, title: nameInMenu(one, now()) }],
    );
  }

  function announcement({ announceAt }: NoticeContent, zone: string): string {
    const isAhead = announceAt !== null && announceAt > now();
    return isAhead ? typedTime(localTimeAt(announceAt, zone)) : '';
  }

  async function ofSession(
    details: SessionDetails,
    content: NoticeContent,
    {
      notices,
      writer,
      times,
      around,
    }: { notices: FormNotices; writer: Writer; times: boolean; around: AroundNotice },
  ): Promise<object> {
    const { place, link, papers, recurrence } = details;
    const values = {
      ...content,
      ...details,
      start: times ? typedTime(details.start) : '',
      end: times ? typedTime(details.end) : '',
      place: place ?? '',
      link: link ?? '',
      papers: await chosen(papers),
      repeating: around.canRepeat ? repeatValues(times ? recurrence : undefined) : null,
      later: around.later,
      announce: times ? announcement(content, writer.zone) : '',
    };
    return sessionForm(values, notices, writer.roles.groups);
  }

  async function ofPublication(
    details: PublicationDetails,
    content: NoticeContent,
    { notices, writer }: { notices: FormNotices; writer: Writer },
  ): Promise<object> {
    const [publication] = await chosen([details.publicationId]);
    const values = {
      ...content,
      ...details,
      link: details.link ?? '',
      publication: publication ?? { id: details.publicationId, title: details.title },
      announce: announcement(content, writer.zone),
    };
    return publicationForm(values, notices, writer.roles.groups);
  }

  return {
    chosen,

    emptySession: ({ zone, roles }) =>
      sessionForm(
        {
          ...sending,
          title: '',
          description: '',
          start: '',
          end: '',
          zone,
          place: '',
          link: '',
          speakers: [],
          capacity: null,
          papers: [],
          repeating: repeatValues(undefined),
          later: 0,
          reminders: settings.reminders,
          remindIn: 'direct-message',
        },
        nothing,
        roles.groups,
      ),

    async newPublication(writer, publicationId) {
      const known = await desk.choosable(writer, null, true);
      const found = known.find(({ id }) => id === publicationId);
      if (found === undefined) return null;
      const { id, title, authors, link, audience } = found;
      const text = await desk.draftText(id, writer);
      const values = {
        ...sending,
        audience,
        publication: { id, title: nameInMenu(found, now()) },
        title,
        text,
        authors,
        link: link?.startsWith('https://') === true ? link : '',
      };
      return publicationForm(values, nothing, writer.roles.groups);
    },

    filledIn: (content, notices, writer, around) =>
      content.details.kind === 'session'
        ? ofSession(content.details, content, { notices, writer, times: true, around })
        : ofPublication(content.details, content, { notices, writer }),

    duplicate: (notice, writer) => {
      const content = { ...notice, announceAt: null };
      return content.details.kind === 'session'
        ? ofSession(content.details, content, {
            notices: nothing,
            writer,
            times: false,
            around: alone,
          })
        : ofPublication(content.details, content, { notices: nothing, writer });
    },

    postpone: (notice, { later }) => postponeForm(notice, later),
  };
}
