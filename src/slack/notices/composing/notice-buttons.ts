import { instantOf, type Notice } from '../../../notices/index.ts';
import { button } from '../../blocks/button.ts';
import { display } from '../../blocks/describe-publication.ts';
import { noticeActions } from './form-ids.ts';

/** What can be done with a notice as it stands. @param now - UTC ms. */
export function noticeButtons(notice: Notice, now: number): object[] {
  const title = display(notice.details.title, 150);
  const one = (actionId: string, text: string, style?: 'primary') =>
    button({
      actionId,
      text,
      label: `${text}: ${title}`,
      value: notice.id,
      ...(style === undefined ? {} : { style }),
    });
  const duplicate = one(noticeActions.duplicate, 'Duplicate');
  switch (notice.state) {
    case 'draft':
      return [one(noticeActions.open, 'Open', 'primary'), duplicate, remove(notice.id, title)];
    case 'awaiting-approval':
      return [one(noticeActions.change, 'Change'), one(noticeActions.undo, 'Take back'), duplicate];
    case 'scheduled':
      return [
        ...((notice.announceAt ?? 0) > now ? [one(noticeActions.undo, 'Undo')] : []),
        ...(isOver(notice, now)
          ? []
          : [
              one(noticeActions.change, 'Change'),
              ...(notice.details.kind === 'session'
                ? [one(noticeActions.postpone, 'Postpone')]
                : []),
              callOff(notice, title),
            ]),
        duplicate,
      ];
    case 'cancelled':
      return [duplicate];
  }
}

/** A session that has begun cannot be moved or called off any more. */
function isOver({ details }: Notice, now: number): boolean {
  return details.kind === 'session' && instantOf(details.end, details.zone) <= now;
}

function callOff({ id, details }: Notice, title: string): object {
  const isSession = details.kind === 'session';
  return button({
    actionId: noticeActions.callOff,
    text: isSession ? 'Call off' : 'Withdraw',
    label: `${isSession ? 'Call off' : 'Withdraw'}: ${title}`,
    value: id,
    confirm: {
      title: isSession ? 'Call the session off?' : 'Withdraw the notice?',
      text: 'What was posted will say so, and everybody who replied is told. This cannot be undone.',
      confirm: isSession ? 'Call it off' : 'Withdraw it',
      deny: 'Keep it',
    },
  });
}

function remove(id: string, title: string): object {
  return button({
    actionId: noticeActions.remove,
    text: 'Delete',
    label: `Delete the draft ${title}`,
    value: id,
    confirm: {
      title: 'Delete the draft?',
      text: 'It was never sent, and cannot be brought back.',
      confirm: 'Delete it',
      deny: 'Keep it',
    },
  });
}
