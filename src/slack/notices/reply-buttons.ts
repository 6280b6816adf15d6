import { type SessionReply, sessionReplies } from '../../notices/index.ts';
import { button } from '../blocks/button.ts';
import type { Piece } from '../blocks/piece.ts';

/** Action ids of the buttons under a session; their value is the notice's id. */
export const replyActions: Readonly<Record<SessionReply, string>> = {
  going: 'session-going',
  maybe: 'session-maybe',
  cannot: 'session-cannot',
};
/** The same below somebody's own answer, which only they see and which is replaced by the next. */
export const ownReplyActions: Readonly<Record<SessionReply, string>> = {
  going: 'own-session-going',
  maybe: 'own-session-maybe',
  cannot: 'own-session-cannot',
};
export const calendarActionId = 'session-calendar';

const texts: Readonly<Record<SessionReply, string>> = {
  going: 'Going',
  maybe: 'Maybe',
  cannot: 'Can’t',
};
const labels: Readonly<Record<SessionReply, string>> = {
  going: 'I am going to',
  maybe: 'I may come to',
  cannot: 'I cannot come to',
};

/**
 * Buttons with which people say whether they come.
 *
 * @param title for screen readers.
 * @param now what the one person who sees them replied, which is not offered again; null in a channel.
 */
export function replyButtons(
  noticeId: string,
  title: string,
  { isFull, now }: { isFull: boolean; now: SessionReply | null },
): Piece {
  const offered = sessionReplies.filter((reply) => reply !== now);
  const replies = offered.map((reply) =>
    button({
      actionId: replyActions[reply],
      text: reply === 'going' && isFull ? 'Join the waiting list' : texts[reply],
      label: `${reply === 'going' && isFull ? 'Join the waiting list for' : labels[reply]} ${title}`,
      value: noticeId,
      ...(reply === 'going' ? { style: 'primary' as const } : {}),
    }),
  );
  const elements = [...replies, calendarButton(noticeId, title)];
  return { block: { type: 'actions', elements }, text: '' };
}

/** Buttons below somebody's own answer, to change it. */
export function changeReplyButtons(
  noticeId: string,
  title: string,
  { now, isFull }: { now: SessionReply; isFull: boolean },
): Piece {
  const others = sessionReplies
    .filter((reply) => reply !== now)
    .map((reply) =>
      button({
        actionId: ownReplyActions[reply],
        text: reply === 'going' && isFull ? 'Join the waiting list' : texts[reply],
        label: `${reply === 'going' && isFull ? 'Join the waiting list for' : labels[reply]} ${title}`,
        value: noticeId,
      }),
    );
  const calendar = now === 'cannot' ? [] : [calendarButton(noticeId, title)];
  return { block: { type: 'actions', elements: [...others, ...calendar] }, text: '' };
}

/** Takes a session that was called off out of somebody's calendar. */
export function calendarRemovalButton(noticeId: string, title: string): Piece {
  const remove = button({
    actionId: calendarActionId,
    text: 'Take out of calendar',
    label: `Take out of my calendar: ${title}`,
    value: noticeId,
  });
  return { block: { type: 'actions', elements: [remove] }, text: '' };
}

function calendarButton(noticeId: string, title: string): object {
  return button({
    actionId: calendarActionId,
    text: 'Add to calendar',
    label: `Add to my calendar: ${title}`,
    value: noticeId,
  });
}

/** What somebody replied with a button; null when it is none of these. */
export function replyOfAction(actionId: string): SessionReply | null {
  return (
    sessionReplies.find((reply) =>
      [replyActions[reply], ownReplyActions[reply]].includes(actionId),
    ) ?? null
  );
}
