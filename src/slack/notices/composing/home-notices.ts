import type { Notice, Outcome } from '../../../notices/index.ts';
import { button } from '../../blocks/button.ts';
import { display } from '../../blocks/describe-publication.ts';
import { dateTime, joinMarkup, type Markup, markup } from '../../blocks/markup.ts';
import { section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { deliveryButtons, describeDelivery } from '../delivery-state.ts';
import { sessionTimes } from '../session-times.ts';
import { noticeActions } from './form-ids.ts';
import { noticeButtons } from './notice-buttons.ts';

/** What a staff member's App Home shows of notices. */
export interface HomeNotices {
  /** Their own drafts, newest first. */
  drafts: readonly Notice[];
  /** Those that wait for a second person, oldest first. */
  waiting: readonly Notice[];
  /** To be sent, sent or called off; those changed last first. */
  latest: readonly Notice[];
  /** What became of their announcements so far, by id. */
  announcements: ReadonlyMap<string, Outcome>;
  /** UTC ms. */
  now: number;
}

/** Most of each that are shown. */
export const mostNoticesListed = 5;

/** Blocks of App Home with which staff write and look after notices. */
export function homeNotices({
  drafts,
  waiting,
  latest,
  announcements,
  now,
}: HomeNotices): object[] {
  const compose = button({
    actionId: noticeActions.compose,
    text: 'New notice',
    style: 'primary',
  });
  return [
    { type: 'header', text: plainTextObject('Notices', 150) },
    { type: 'actions', elements: [compose] },
    ...list('Your drafts', drafts, now),
    ...list('Waiting for approval', waiting, now),
    ...list('Sent and scheduled', latest, now, announcements),
  ];
}

function list(
  title: string,
  notices: readonly Notice[],
  now: number,
  announcements?: HomeNotices['announcements'],
): object[] {
  if (notices.length === 0) return [];
  return [
    section(markup`*${title}*`, '').block,
    ...notices.slice(0, mostNoticesListed).flatMap((notice) => {
      const outcome = announcements?.get(notice.id);
      return [
        section(describe(notice, now, outcome), '').block,
        {
          type: 'actions',
          elements: [...noticeButtons(notice, now), ...deliveryButtons(notice, outcome)],
        },
      ];
    }),
  ];
}

function describe(
  { details, state, announceAt, seriesId }: Notice,
  now: number,
  outcome: Outcome | undefined,
): Markup {
  const title = markup`*${display(details.title, 150)}*`;
  const facts = [
    ...(details.kind === 'session' ? [sessionTimes(details)] : [markup`publication`]),
    ...(seriesId === null ? [] : [markup`one of a series`]),
    ...(state === 'cancelled' ? [markup`called off`] : []),
    ...(state === 'scheduled' && announceAt !== null
      ? [markup`${announceAt > now ? 'to be announced' : 'announced'} ${dateTime(announceAt)}`]
      : []),
  ];
  const delivered = outcome === undefined ? null : describeDelivery(outcome);
  if (delivered !== null) facts.push(markup`${delivered}`);
  return joinMarkup([title, joinMarkup(facts, ' · ')], '\n');
}
