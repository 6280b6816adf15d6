import { afterEach, describe, expect, test } from 'vitest';
import {
  MessageRejected,
  MessengerUnavailable,
  type NewDelivery,
  pause,
} from '../../../../src/messaging/index.ts';
import type { Notice } from '../../../../src/notices/index.ts';
import { silentLog } from '../../../../src/observability/log.ts';
import {
  type ApprovalAsker,
  createApprovalAsker,
} from '../../../../src/slack/notices/composing/ask-approval.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const running: ApprovalAsker[] = [];
afterEach(async () => {
  for (const asker of running.splice(0)) await asker.stop();
});

/** Asks about a notice of U1; `deliver` is what becomes of each message. */
function ask(options: {
  staffChannel?: string;
  gone?: string;
  deliver?: (delivery: NewDelivery, tries: number) => void;
}) {
  const notice: Notice = sampleSession({
    state: 'awaiting-approval',
    approval: { askedBy: 'U1', askedAt: 7, content: sampleSession() },
  });
  const sent: NewDelivery[] = [];
  const changed: string[] = [];
  let tries = 0;
  const asker = createApprovalAsker({
    store: { awaitingApproval: async () => [notice] },
    deliver: async (delivery) => {
      tries += 1;
      options.deliver?.(delivery, tries);
      sent.push(delivery);
      return '1.0';
    },
    deliveries: {
      sentAbout: async (_subject, channel) =>
        sent.some((one) => one.channel === channel)
          ? [{ occasion: 'asked', messageId: '1.0' }]
          : [],
    },
    messenger: {
      update: async ({ channel }) => {
        changed.push(channel);
        return true;
      },
    },
    directConversations: {
      open: async (person) => {
        if (person === options.gone) throw new MessageRejected('user_disabled', false);
        return `D-${person}`;
      },
    },
    directory: { findStaff: async () => ({ people: ['U1', 'U2', 'U3'], isComplete: true }) },
    staffChannel: options.staffChannel ?? null,
    zone: 'Europe/London',
    pause,
    pollMs: 5,
    log: silentLog,
  });
  running.push(asker);
  asker.start();
  const channels = () => sent.map(({ channel }) => channel);
  return { asker, notice, sent, channels, changed };
}

describe('a second person is asked', () => {
  test('in the channel of staff', async () => {
    const { sent, channels, asker } = ask({ staffChannel: 'C9' });
    await expect.poll(channels).toEqual(['C9']);
    expect(sent[0]).toMatchObject({ subject: 'notice-approval:n1:7', occasion: 'asked' });
    asker.wake();
    await asker.stop();
    expect(channels()).toEqual(['C9']);
  });

  test('each alone without one, or where it takes no message; never whoever asks', async () => {
    const alone = ask({});
    await expect.poll(alone.channels).toEqual(['D-U2', 'D-U3']);
    const refused = ask({
      staffChannel: 'C9',
      deliver: ({ channel }) => {
        if (channel === 'C9') throw new MessageRejected('is_archived', true);
      },
    });
    await expect.poll(refused.channels).toEqual(['D-U2', 'D-U3']);
  });

  test('also when another of them takes no messages any more', async () => {
    const { asker, notice, channels, changed } = ask({ gone: 'U2' });
    await expect.poll(channels).toEqual(['D-U3']);
    await asker.renew(notice, { kind: 'approved', by: 'U3' });
    expect(changed).toEqual(['D-U3']);
  });

  test('again after Slack could not be reached', async () => {
    const { channels } = ask({
      staffChannel: 'C9',
      deliver: (_delivery, tries) => {
        if (tries < 3) throw new MessengerUnavailable('down');
      },
    });
    await expect.poll(channels).toEqual(['C9']);
  });

  test('and every message says what came of it', async () => {
    const { asker, notice, channels, changed } = ask({});
    await expect.poll(channels).toEqual(['D-U2', 'D-U3']);
    await asker.renew(notice, { kind: 'approved', by: 'U2' });
    expect(changed).toEqual(['D-U2', 'D-U3']);
  });
});
