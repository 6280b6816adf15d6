import type { Clock } from '../../../clock.ts';
import type { Publication } from '../../../library/index.ts';
import type { DeliveryStore } from '../../../messaging/index.ts';
import type { Notice, NoticeStore } from '../../../notices/index.ts';
import { audienceOfAnswer, type Directory, isAllowed } from '../../../people/index.ts';
import type { Summaries } from '../../../summaries/index.ts';
import { isStopped } from '../../asking/stopped.ts';
import type { TellPrivately } from '../../asking/tell-privately.ts';
import { composeMessages } from '../../blocks/compose-messages.ts';
import { linkTo, markup } from '../../blocks/markup.ts';
import { section } from '../../blocks/piece.ts';
import { plainMessage } from '../../blocks/plain-message.ts';
import type { PapersPress } from '../../incoming/papers-press.ts';
import type { LibraryView } from '../../library-view.ts';
import type { Reporting } from '../../reports/reporting.ts';
import { usualSummary } from '../../uploads/wanted-summary.ts';
import type { FindPermalink } from '../permalinks.ts';
import { readableWith } from '../readable-by.ts';

export interface SummarisePapersOptions {
  notices: Pick<NoticeStore, 'find'>;
  summaries: Summaries;
  reporting: Pick<Reporting, 'writeReport'>;
  library: Pick<LibraryView, 'publication'>;
  directory: Directory;
  deliveries: Pick<DeliveryStore, 'about' | 'forget' | 'isComplete' | 'sentAbout'>;
  tellPrivately: TellPrivately;
  findPermalink: FindPermalink;
  clock: Clock;
}

/**
 * Summarises the publications of a notice in the thread of its card, each once for the channel as it
 * stands now, however often and by whomever it is asked for; who asks again is shown where they are.
 * Only what everybody may read who sees the card is summarised.
 */
export type SummarisePapers = (press: PapersPress, signal: AbortSignal) => Promise<void>;

const texts = {
  gone: 'This notice is not in Concord any more, or it was called off.',
  refused: 'This notice is for other people, so its papers are not summarised for you.',
  nothing: 'There is nothing here to summarise that everybody who sees this message may read.',
  isThere: 'The summary is in the thread of this message already.',
};

export function createSummarisePapers(options: SummarisePapersOptions): SummarisePapers {
  const { notices, summaries, reporting, directory, deliveries, tellPrivately } = options;

  /** Those of a notice that all who see its card may read; else why there are none, for people. */
  async function papersOf({ noticeId, user, channel }: PapersPress) {
    const notice = await notices.find(noticeId);
    if (notice === null || notice.state !== 'scheduled') return texts.gone;
    if (!(await isAllowed(directory, user, notice.audience))) return texts.refused;
    const { audiences } = await audienceOfAnswer(directory, user, channel);
    const isDirect = (await directory.visibilityOf(channel)).kind === 'direct';
    const papers = await readableWith(options, idsOf(notice), audiences);
    return papers.length === 0 ? texts.nothing : { papers, isDirect };
  }

  /** Posts one summary; false when it is there already. */
  async function summarise(
    press: PapersPress,
    paper: Publication,
    isDirect: boolean,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { user, channel, thread } = press;
    const subject = subjectOf(press, paper);
    if (await deliveries.isComplete(subject, channel)) return false;
    const place = { subject, channel, thread, answers: thread, user, isDirect };
    const kept = await reporting.writeReport(
      place,
      {
        title: null,
        write: (request) =>
          summaries.summarise({ ...request, ...usualSummary, publicationId: paper.id }),
      },
      signal,
    );
    // What was stopped can be asked for again.
    if (kept === null && isStopped(signal)) {
      for (const { id } of await deliveries.about(subject, channel)) await deliveries.forget(id);
    }
    return true;
  }

  async function whereItIs(press: PapersPress, paper: Publication) {
    const { channel } = press;
    const [first] = await deliveries.sentAbout(subjectOf(press, paper), channel);
    const link =
      first === undefined
        ? null
        : await options.findPermalink({ channel, messageId: first.messageId });
    if (link === null) return [plainMessage(texts.isThere)];
    return composeMessages([
      section(markup`${texts.isThere} ${linkTo(link, 'Go there')}`, texts.isThere),
    ]);
  }

  return async (press, signal) => {
    const to = { ...press, subject: press.eventId };
    const found = await papersOf(press);
    if (typeof found === 'string') return tellPrivately(to, [plainMessage(found)], signal);
    const { papers, isDirect } = found;
    let isNew = false;
    for (const paper of papers) {
      if (isStopped(signal)) return;
      isNew = (await summarise(press, paper, isDirect, signal)) || isNew;
    }
    const [first] = papers;
    if (isNew || first === undefined) return;
    await tellPrivately(to, await whereItIs(press, first), signal);
  };
}

function idsOf({ details }: Notice): string[] {
  return details.kind === 'session' ? details.papers : [details.publicationId];
}

/** A publication that has changed is summarised anew. */
function subjectOf({ noticeId }: PapersPress, { id, contentHash }: Publication): string {
  return `notice-summary:${noticeId}:${id}:${contentHash.slice(0, 16)}`;
}
