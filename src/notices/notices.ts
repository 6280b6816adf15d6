import type { Notice, NoticeContent } from './notice.ts';
import type { NoticePart } from './notice-part.ts';
import type { Places, SessionReply } from './replies/reply-to-session.ts';

export interface EditOptions {
  /**
   * Whether nobody outside the audience is where it was announced, or whoever changes it knows of them
   * and wants them to see what is new.
   */
  showAll: boolean;
}

/** What people do with notices. All reject with a `NoticeError` that says why it cannot be done. */
export interface Notices {
  /** Begins a notice; it may be incomplete. */
  draft(
    author: string,
    content: NoticeContent,
    known?: { id?: string; seriesId?: string; isTemplate?: true },
  ): Promise<Notice>;
  /**
   * Has a notice announced, or a second person asked to agree. Without a time in its content it is
   * announced at once, after the time in which it can be taken back. Of a session that is to take
   * place again and again each time becomes a notice, as soon as nobody has to agree any more; the
   * first is returned.
   */
  submit(id: string, by: string): Promise<Notice>;
  /**
   * Agrees to a notice.
   *
   * @param seen - Its `changedAt` as it was looked at: it is refused when it was changed since.
   */
  approve(id: string, by: string, seen?: number): Promise<Notice>;
  /** Makes a notice a draft again, as long as nothing of it was sent. */
  takeBack(id: string): Promise<Notice>;
  /**
   * Changes a notice; what was sent is brought up to date, and people are told of what they should
   * know. Where somebody is, or may be, who is outside the audience, only the time and place are, unless
   * all is to be shown there. Returns what changed.
   */
  edit(
    id: string,
    content: NoticeContent,
    options?: EditOptions,
  ): Promise<{ notice: Notice; changes: NoticePart[] }>;
  /** Calls off what was announced, or is to be. */
  cancel(id: string): Promise<Notice>;
  /** Keeps a reply; who has a place now, and whether this person does, is in the result. */
  reply(id: string, person: string, reply: SessionReply): Promise<Places>;
}
