import type { Notice, NoticeContent } from '../notice.ts';
import type { NoticeStore } from '../notice-store.ts';
import type { Notices } from '../notices.ts';
import type { WantedNotices } from './plan-notice-file.ts';

export interface SendWantedParts {
  notices: Pick<Notices, 'draft' | 'edit' | 'submit'>;
  store: Pick<NoticeStore, 'find'>;
  newId(): string;
}

/** A notice of a file as it is now. */
export interface HandedOver {
  notice: Notice;
  /** It had been handed over before, and was left as it is. */
  wasKnown: boolean;
}

/**
 * Hands over what a file asks for, so that it is announced, or a second person asked to agree. What
 * has an id in the file is handed over once, however often the file is sent; what an earlier run did
 * not come to is done now.
 */
export async function sendWantedNotices(
  wanted: WantedNotices,
  { notices, store, newId }: SendWantedParts,
): Promise<HandedOver[]> {
  const { author } = wanted;
  const seriesId = wanted.seriesId ?? (wanted.isSeries ? newId() : null);
  const done: HandedOver[] = [];

  /** Null when somebody else who sends the same file has just begun it. */
  async function begin(content: NoticeContent, id: string | null): Promise<Notice | null> {
    const ids = { ...(id === null ? {} : { id }), ...(seriesId === null ? {} : { seriesId }) };
    try {
      return await notices.draft(author, content, ids);
    } catch (error) {
      const there = id === null ? null : await store.find(id);
      if (there === null) throw error;
      done.push({ notice: there, wasKnown: true });
      return null;
    }
  }

  for (const { id, content, known } of wanted.notices) {
    if (known !== null && known.state !== 'draft') {
      done.push({ notice: known, wasKnown: true });
      continue;
    }
    const draft =
      known === null ? await begin(content, id) : (await notices.edit(known.id, content)).notice;
    if (draft === null) continue;
    done.push({ notice: await notices.submit(draft.id, author), wasKnown: false });
  }
  return done;
}
