import { type Deliver, type DeliveryStore, MessageRejected } from '../../messaging/index.ts';
import { audienceOfAnswer, audiencesUpTo, type Directory } from '../../people/index.ts';
import type { KeptReport, Summaries } from '../../summaries/index.ts';
import { markup } from '../blocks/markup.ts';
import { type Piece, section } from '../blocks/piece.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import { personReference } from '../blocks/question-line.ts';
import { withIntroduction } from '../blocks/with-introduction.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import type { ReportShare } from '../incoming/report-share.ts';
import type { FindChannelStanding } from '../people/channel-standing.ts';
import { reportMessages } from './report-messages.ts';

export interface ShareReportOptions {
  summaries: Summaries;
  directory: Directory;
  standingIn: FindChannelStanding;
  deliver: Deliver;
  deliveries: DeliveryStore;
  directConversations: DirectConversations;
}

/** Why a report cannot be shared, in words for who wants to; else the report. */
export type FindShareable = (share: ReportShare) => Promise<string | KeptReport>;

/**
 * Shows a channel a report that one person had written, once in each channel; first it is looked up
 * again what everybody there may read.
 */
export type ShareReport = (share: ReportShare, signal: AbortSignal) => Promise<void>;

const notKept =
  'This is not kept any more, or you may not read all that it draws on now. Ask for it again.';
const ownFile = 'This is about a file of yours, so only you see it.';
const notThere =
  'Concord cannot write in this channel. Invite it there with /invite @Concord, then share again.';
const notOpen =
  'Not everybody in this channel may read all that this draws on, so it cannot be shared there.';

export function createFindShareable(options: ShareReportOptions): FindShareable {
  const { summaries, directory, standingIn } = options;
  return async ({ user, reportId, channel }) => {
    const { rank, groups } = await directory.rolesOf(user);
    const own = await summaries.find(reportId, {
      person: user,
      audiences: audiencesUpTo(rank, groups),
    });
    if (own === null) return notKept;
    if (own.owner !== null) return ownFile;
    if ((await standingIn(channel)) !== 'member') return notThere;
    const { audiences } = await audienceOfAnswer(directory, user, channel);
    return (await summaries.find(reportId, { person: null, audiences })) ?? notOpen;
  };
}

export function createShareReport(
  options: ShareReportOptions & { findShareable: FindShareable },
): ShareReport {
  const { findShareable, deliver, deliveries, directConversations } = options;

  async function say({ eventId, user }: ReportShare, text: string, signal: AbortSignal) {
    const channel = await directConversations.open(user);
    const place = { channel, thread: null, answers: null };
    const content = plainMessage(text);
    await deliver({ subject: eventId, occasion: 'share-refused', content, ...place }, signal);
  }

  return async (share, signal) => {
    const found = await findShareable(share);
    if (typeof found === 'string') return say(share, found, signal);
    const subject = `share:${share.reportId}`;
    const { channel } = share;
    // Refused before, perhaps for want of an invitation that has come since.
    for (const { id, state } of await deliveries.about(subject, channel)) {
      if (state === 'failed') await deliveries.forget(id);
    }
    const contents = withIntroduction(sharedBy(share.user), reportMessages(found, [], 'channel'));
    let thread: string | null = null;
    try {
      for (const [index, content] of contents.entries()) {
        const occasion = `report-${index + 1}`;
        const place = { channel, thread, answers: thread };
        const sent = await deliver({ subject, occasion, content, ...place }, signal);
        thread ??= sent;
      }
    } catch (error) {
      if (!(error instanceof MessageRejected) || error.contentAtFault) throw error;
      await say(share, notThere, signal);
    }
  };
}

function sharedBy(person: string): Piece {
  return section(
    markup`${personReference(person)} shared this:`,
    'Shared by a member of the channel.',
  );
}
