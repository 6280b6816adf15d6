import { afterEach, describe, expect, test } from 'vitest';
import type { Messenger } from '../../src/messaging/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { createSlackLog } from '../../src/slack/slack-log.ts';
import { createWebClients } from '../../src/slack/web-clients.ts';
import { createMemoryMessenger } from '../fakes/memory-messenger.ts';

interface Opened {
  messenger: Messenger;
  channel: string;
  /** Id of a message in the channel that can be replied to. */
  root: string;
}

const slacks: LocalSlack[] = [];
afterEach(async () => {
  for (const slack of slacks.splice(0)) await slack.close();
});

async function openSlack(): Promise<Opened> {
  const slack = await startLocalSlack({ rateLimits: false });
  slacks.push(slack);
  const clients = createWebClients({
    token: slack.botToken,
    apiUrl: slack.url,
    logger: createSlackLog(silentLog),
    timeoutMs: 5_000,
  });
  const root = await slack.actAs('amira').post('general', 'A question');
  // More messages than one page of the history holds.
  for (let count = 0; count < 230; count += 1) {
    await slack.actAs('tom').post('general', `Between ${count}`, { threadTs: root.ts });
  }
  return { messenger: createMessenger(clients, silentLog), channel: root.channel, root: root.ts };
}

async function openMemory(): Promise<Opened> {
  return { messenger: createMemoryMessenger(), channel: 'C1', root: '1.000000' };
}

describe.each([
  ['over a local Slack', openSlack],
  ['in memory', openMemory],
])('messenger %s', (_name, open) => {
  const content = {
    text: 'Hello',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello' } }],
  };

  test('finds in a thread what it posted there, and nothing else', async () => {
    const { messenger, channel, root } = await open();
    const place = { channel, thread: root };
    const id = await messenger.post({ ...place, deliveryId: 'one', content });
    await messenger.post({ ...place, deliveryId: 'two', content });
    const sought = { ...place, answers: root, createdAt: Date.now() };
    expect(await messenger.find({ ...sought, deliveryId: 'one' })).toBe(id);
    expect(await messenger.find({ ...sought, deliveryId: 'three' })).toBeNull();
  });

  test('finds in a channel what it posted there', async () => {
    const { messenger, channel } = await open();
    const place = { channel, thread: null };
    const id = await messenger.post({ ...place, deliveryId: 'one', content });
    const sought = { ...place, answers: null, createdAt: Date.now() };
    expect(await messenger.find({ ...sought, deliveryId: 'one' })).toBe(id);
    expect(await messenger.find({ ...sought, deliveryId: 'two' })).toBeNull();
  });

  test('shows and clears a status without ever failing', async () => {
    const { messenger, channel, root } = await open();
    await messenger.status({ channel, thread: root }, 'Searching 24 publications…');
    await messenger.status({ channel, thread: root }, '');
    await messenger.status({ channel: 'C0NOWHERE00', thread: null }, 'Searching');
    await messenger.status({ channel: 'C0NOWHERE00', thread: '1.000000' }, 'Searching');
  });
});
