import { instantOf, type Notice } from '../../../notices/index.ts';
import { display } from '../../blocks/describe-publication.ts';
import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { context, section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { spokenTimes } from '../session-times.ts';
import { noticeActions } from './form-ids.ts';
import { noticeButtons } from './notice-buttons.ts';

/** A view has 100 blocks at most, and each session takes two. */
const mostSessions = 45;
/** What leads elsewhere. */
const elsewhere: readonly string[] = [noticeActions.allDates, noticeActions.duplicate];

const states: Readonly<Record<Notice['state'], string>> = {
  draft: ' · draft',
  'awaiting-approval': ' · waits for approval',
  scheduled: '',
  cancelled: ' · called off',
};

/**
 * All sessions of a series that are not over, each with what can be done with it.
 *
 * @param sessions - By start. @param now - UTC ms.
 */
export function seriesView(sessions: readonly Notice[], now: number): object {
  const ahead = sessions.filter(
    ({ details }) => details.kind === 'session' && instantOf(details.end, details.zone) > now,
  );
  const count = `${sessions.length} in all, ${ahead.length} of them not over yet.`;
  const rest = ahead.length - mostSessions;
  return {
    type: 'modal',
    title: plainTextObject('All dates', mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: [
      context(markup`${count}`, '').block,
      ...ahead.slice(0, mostSessions).flatMap((notice) => describe(notice, now)),
      ...(rest > 0
        ? [context(markup`And ${rest} more, once some of these are over.`, '').block]
        : []),
    ],
  };
}

function describe(notice: Notice, now: number): object[] {
  const { details, state } = notice;
  if (details.kind !== 'session') return [];
  const line = `${display(details.title, 150)}${states[state]}`;
  const elements = noticeButtons(notice, now).filter(
    (one) => !('action_id' in one && elsewhere.includes(String(one.action_id))),
  );
  return [
    section(markup`*${spokenTimes(details)}*\n${line}`, '').block,
    ...(elements.length === 0
      ? []
      : [{ type: 'actions', block_id: `session-${notice.id}`, elements }]),
  ];
}
