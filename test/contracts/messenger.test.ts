import { afterEach, describe, expect, test } from 'vitest';
import { type Messenger, StreamEnded } from '../../src/messaging/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';
import { createMessenger } from '../../src/slack/web/messenger.ts';
import { createSlackLog } from '../../src/slack/web/slack-log.ts';
import { createWebClients } from '../../src/slack/web/web-clients.ts';
import { createMemoryMessenger } from '../fakes/memory-messenger.ts';

interface Opened {
  messenger: Messenger;
  channel: string;
  /** Id of a message in the channel that can be replied to. */
  root: string;
  /** A member of the channel, and the workspace they belong to. */
  recipient: { person: string; team: string };
  /** Blocks of a message as they stand, without the ids that Slack adds; null when it is gone. */
  blocksOf(messageId: string): object[] | null;
  /** A person presses Stop. */
  stop(): Promise<void>;
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
  const { userId } = slack.actAs('amira');
  return {
    messenger: createMessenger(clients, silentLog),
    channel: root.channel,
    root: root.ts,
    recipient: { person: userId, team: slack.workspace.people[userId]?.teamId ?? '' },
    blocksOf(messageId) {
      const message = slack.messages('general').find(({ ts }) => ts === messageId);
      return message?.blocks.map(({ block_id: _, ...block }) => block) ?? null;
    },
    stop: () => slack.actAs('amira').stopAnswer('general', root.ts),
  };
}

async function openMemory(): Promise<Opened> {
  const messenger = createMemoryMessenger();
  return {
    messenger,
    channel: 'C1',
    root: '1.000000',
    recipient: { person: 'U1', team: 'T1' },
    blocksOf(messageId) {
      const message = messenger.posted.find(({ id }) => id === messageId);
      return message === undefined ? null : [...message.content.blocks];
    },
    async stop() {
      for (const { stream } of messenger.posted) {
        if (stream?.state === 'open') stream.state = 'stopped';
      }
    },
  };
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

  const block = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const other = { text: 'Other', blocks: [block('Other')] };

  test('changes what a message says, and what it can be found by', async () => {
    const { messenger, channel, root, blocksOf } = await open();
    const place = { channel, thread: root };
    const messageId = await messenger.post({ ...place, deliveryId: 'one', content });
    expect(await messenger.update({ channel, messageId, content: other })).toBe(true);
    expect(blocksOf(messageId)).toEqual(other.blocks);
    const sought = { ...place, answers: root, createdAt: Date.now() };
    expect(await messenger.find({ ...sought, deliveryId: 'one' })).toBe(messageId);
    await messenger.update({ channel, messageId, content: other, deliveryId: 'two' });
    expect(await messenger.find({ ...sought, deliveryId: 'two' })).toBe(messageId);
  });

  test('takes a message away once, and again without complaint', async () => {
    const { messenger, channel, root, blocksOf } = await open();
    const place = { channel, thread: root };
    const messageId = await messenger.post({ ...place, deliveryId: 'one', content });
    await messenger.remove({ channel, messageId });
    await messenger.remove({ channel, messageId });
    expect(blocksOf(messageId)).toBeNull();
    expect(await messenger.update({ channel, messageId, content: other })).toBe(false);
  });

  test('streams a message block by block, and finds it by then and after', async () => {
    const { messenger, channel, root, recipient, blocksOf } = await open();
    const begun = { channel, thread: root, recipient, deliveryId: 'one', blocks: [block('a')] };
    const messageId = await messenger.startStream(begun);
    const sought = { channel, thread: root, answers: root, createdAt: Date.now() };
    expect(await messenger.find({ ...sought, deliveryId: 'one' })).toBeNull();
    expect(await messenger.findUnfinished({ ...sought, deliveryId: 'one' })).toBe(messageId);
    await messenger.appendToStream({ channel, messageId }, [block('b'), block('c')]);
    await messenger.finishStream(
      { channel, messageId },
      { deliveryId: 'one', blocks: [block('d')] },
    );
    expect(blocksOf(messageId)).toEqual(['a', 'b', 'c', 'd'].map(block));
    expect(await messenger.find({ ...sought, deliveryId: 'one' })).toBe(messageId);
    const late = messenger.appendToStream({ channel, messageId }, [block('e')]);
    await expect(late).rejects.toBeInstanceOf(StreamEnded);
  });

  test('tells apart the streams of several deliveries', async () => {
    const { messenger, channel, root, recipient } = await open();
    const begun = { channel, thread: root, recipient, blocks: [block('a')] };
    const one = await messenger.startStream({ ...begun, deliveryId: 'one' });
    const two = await messenger.startStream({ ...begun, deliveryId: 'two' });
    const sought = { channel, thread: root, answers: root, createdAt: Date.now() };
    expect(await messenger.findUnfinished({ ...sought, deliveryId: 'one' })).toBe(one);
    expect(await messenger.findUnfinished({ ...sought, deliveryId: 'two' })).toBe(two);
    expect(await messenger.findUnfinished({ ...sought, deliveryId: 'three' })).toBeNull();
  });

  test('replaces a message that is still being streamed, which ends the stream', async () => {
    const { messenger, channel, root, recipient, blocksOf } = await open();
    const begun = { channel, thread: root, recipient, deliveryId: 'one', blocks: [block('a')] };
    const messageId = await messenger.startStream(begun);
    const change = { channel, messageId, content: other, deliveryId: 'one' };
    expect(await messenger.update(change)).toBe(true);
    expect(blocksOf(messageId)).toEqual(other.blocks);
    const late = messenger.appendToStream({ channel, messageId }, [block('b')]);
    await expect(late).rejects.toBeInstanceOf(StreamEnded);
    const sought = { channel, thread: root, answers: root, createdAt: Date.now() };
    expect(await messenger.find({ ...sought, deliveryId: 'one' })).toBe(messageId);
  });

  test('says that a person stopped a stream, whose message can still be replaced', async () => {
    const { messenger, channel, root, recipient, blocksOf, stop } = await open();
    const begun = { channel, thread: root, recipient, deliveryId: 'one', blocks: [block('a')] };
    const messageId = await messenger.startStream(begun);
    await stop();
    const late = messenger.appendToStream({ channel, messageId }, [block('b')]);
    await expect(late).rejects.toMatchObject({ reason: 'stopped' });
    expect(await messenger.update({ channel, messageId, content: other })).toBe(true);
    expect(blocksOf(messageId)).toEqual(other.blocks);
  });

  test('shows and clears a status without ever failing', async () => {
    const { messenger, channel, root } = await open();
    await messenger.status({ channel, thread: root }, 'Searching 24 publications…');
    await messenger.status({ channel, thread: root }, '');
    await messenger.status({ channel: 'C0NOWHERE00', thread: null }, 'Searching');
    await messenger.status({ channel: 'C0NOWHERE00', thread: '1.000000' }, 'Searching');
  });
});
