import { editionOf, instantOf, type Notice } from '../../../notices/index.ts';
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
  const dates = notice.seriesId === null ? [] : [one(noticeActions.allDates, 'All dates')];
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
        ...(isBegun(notice, now) ? [materialsButton(notice)] : []),
        ...dates,
        duplicate,
      ];
    case 'cancelled':
      return [...dates, duplicate];
  }
}

/** A session that has begun cannot be moved or called off any more. */
function isOver({ details }: Notice, now: number): boolean {
  return details.kind === 'session' && instantOf(details.end, details.zone) <= now;
}

function isBegun({ details }: Notice, now: number): boolean {
  return details.kind === 'session' && instantOf(details.start, details.zone) <= now;
}

/** Attaches materials to a session, or changes those it has. */
export function materialsButton(notice: Notice): object {
  const text = editionOf(notice) === 0 ? 'Add materials' : 'Change materials';
  return button({
    actionId: noticeActions.attach,
    text,
    label: `${text}: ${display(notice.details.title, 150)}`,
    value: notice.id,
  });
}

function callOff({ id, details, seriesId }: Notice, title: string): object {
  const isSession = details.kind === 'session';
  return button({
    actionId: noticeActions.callOff,
    text: isSession ? 'Call off' : 'Withdraw',
    label: `${isSession ? 'Call off' : 'Withdraw'}: ${title}`,
    value: id,
    // Of a series it is asked which ones are meant.
    ...(seriesId === null ? { confirm: confirmCallOff(isSession) } : {}),
  });
}

function confirmCallOff(isSession: boolean) {
  return {
    title: isSession ? 'Call the session off?' : 'Withdraw the notice?',
    text: 'What was posted will say so, and everybody who replied is told. This cannot be undone.',
    confirm: isSession ? 'Call it off' : 'Withdraw it',
    deny: 'Keep it',
  };
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
