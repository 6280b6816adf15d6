import { expect } from 'vitest';
import {
  localTimeAt,
  type Notice,
  type NoticeContent,
  type SessionDetails,
} from '../../src/notices/index.ts';
import type { Message } from '../../src/playground/index.ts';
import type { SlackJourney } from './slack-journey.ts';

export const hourMs = 60 * 60_000;
const zone = 'Europe/London';

/** What people do with notices in a local Slack whose clock tests advance. */
export function noticesIn({ slack, notices }: SlackJourney) {
  const channelId = (name: string): string =>
    Object.values(slack.workspace.conversations).find((one) => one.name === name)?.id ?? '';
  const idOf = (person: string): string => slack.actAs(person).userId;
  const { notices: service, outbox } = notices;

  /** A session in two days that is announced in an hour. */
  function session(
    details: Partial<SessionDetails> = {},
    change: Partial<NoticeContent> = {},
  ): NoticeContent {
    const now = slack.clock.now();
    return {
      details: {
        kind: 'session',
        title: 'Discharge, together',
        description: 'Two wards tell of a year.',
        start: localTimeAt(now + 48 * hourMs, zone),
        end: localTimeAt(now + 49 * hourMs, zone),
        zone,
        place: 'Room 2',
        link: null,
        speakers: [],
        capacity: null,
        papers: [],
        ...details,
      },
      audience: 'members',
      channels: [channelId('general'), channelId('leads')],
      people: [],
      announceAt: now + hourMs,
      reminders: [60],
      remindIn: 'direct-message',
      ...change,
    };
  }

  async function schedule(content: NoticeContent, author = 'sofia'): Promise<Notice> {
    const draft = await service.draft(idOf(author), content);
    return service.submit(draft.id, idOf(author));
  }

  /** Waits until all that is due by now was sent. */
  async function untilSent(id: string): Promise<void> {
    await expect
      .poll(
        async () => {
          const due = slack.clock.now();
          return (await outbox.of(id)).filter(
            ({ state, dueAt }) => state === 'waiting' && dueAt <= due,
          ).length;
        },
        { timeout: 8_000, interval: 10 },
      )
      .toBe(0);
  }

  /** What Concord has said in a channel, threads included. */
  const said = (channel: string): Message[] =>
    slack.messages(channel).filter(({ isFromApp }) => isFromApp);
  const toldDirectly = (person: string): Message[] =>
    said(slack.actAs(person).directMessageChannel);
  const whispers = (channel: string, person: string) => slack.ephemeralMessages(channel, person);

  return { channelId, idOf, session, schedule, untilSent, said, toldDirectly, whispers };
}
