import { afterEach, describe, expect, test } from 'vitest';
import type { LiveReply, Replies, ReplyAddress } from '../../src/messaging/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import {
  createManualClock,
  type LocalSlack,
  type ManualClock,
  startLocalSlack,
} from '../../src/playground/index.ts';
import { createMessenger } from '../../src/slack/web/messenger.ts';
import { createSlackLog } from '../../src/slack/web/slack-log.ts';
import { createWebClients } from '../../src/slack/web/web-clients.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { callMethod } from '../playground/support/call-method.ts';
import {
  block,
  content,
  leaseMs,
  rolloverMs,
  startProcess,
  streamsPerMinute,
} from './reply-harness.ts';

interface Scene {
  slack: LocalSlack;
  database: Database;
  clock: ManualClock;
  replies: Replies;
  /** Another process over the same database. */
  restart(): Replies;
  /** Asks a question and says where its reply goes. */
  ask(): Promise<ReplyAddress>;
}

const scenes: Scene[] = [];
afterEach(async () => {
  for (const { slack, database } of scenes.splice(0)) {
    await slack.close();
    await database.close();
  }
});

const recipient = { person: '', team: '' };

async function open(): Promise<Scene> {
  const clock = createManualClock();
  const slack = await startLocalSlack({ clock });
  const { userId } = slack.actAs('amira');
  recipient.person = userId;
  recipient.team = slack.workspace.people[userId]?.teamId ?? '';
  const database = await openDatabase(':memory:');
  const clients = createWebClients({
    token: slack.botToken,
    apiUrl: slack.url,
    logger: createSlackLog(silentLog),
    timeoutMs: 5_000,
  });
  const messenger = createMessenger(clients, silentLog);
  // One clock for both sides, which waiting moves on.
  const waiting = {
    now: clock.now,
    waits: [],
    advance: (ms: number) => clock.advance(ms),
    pause: async (ms: number) => clock.advance(Math.max(0, ms)),
  };
  const store = createDeliveryStore(database, clock);
  const restart = () => startProcess({ store, messenger, clock: waiting });
  const ask = async (): Promise<ReplyAddress> => {
    const { channel, ts } = await slack.actAs('amira').post('general', 'A question');
    return { subject: `message:${channel}:${ts}`, channel, thread: ts, answers: ts };
  };
  const scene = { slack, database, clock, replies: restart(), restart, ask };
  scenes.push(scene);
  return scene;
}

/** Shows blocks, each by a call of its own; a call that fails counts as well. */
async function show(reply: LiveReply, { slack }: Scene, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const streaming = () => slack.calls.filter(({ method }) => method.endsWith('Stream')).length;
    const before = streaming();
    reply.append([block(text)]);
    await expect.poll(streaming, { interval: 2 }).toBeGreaterThan(before);
    await untilAnswered();
  }
}

/** Lets the answer to a call on this machine arrive. */
async function untilAnswered(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** What the thread shows of the app's, message by message. */
function shown({ slack }: Scene, { channel, thread }: ReplyAddress): object[][] {
  return slack
    .thread(channel, thread)
    .filter(({ isFromApp }) => isFromApp)
    .map(({ blocks }) => blocks.map(({ block_id: _, ...shownBlock }) => shownBlock));
}

const methodsOf = ({ slack }: Scene): string[] => slack.calls.map(({ method }) => method);
const whole = content('a', 'b', 'c');

describe('on the wire, a live reply', () => {
  test('is streamed as blocks to the person who asked, and ends with its delivery’s id', async () => {
    const scene = await open();
    const address = await scene.ask();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a', 'b');
    await reply.finish([whole]);
    expect(shown(scene, address)).toEqual([whole.blocks]);
    const [start, append, stop] = scene.slack.calls;
    expect(start?.arguments).toMatchObject({
      thread_ts: address.thread,
      recipient_user_id: recipient.person,
      recipient_team_id: recipient.team,
    });
    expect(JSON.stringify(append?.arguments.chunks)).toContain('blocks');
    expect(JSON.stringify(stop?.arguments.metadata)).toContain('concord_delivery');
  });

  test('goes on in a new message before Slack ends the first', async () => {
    const scene = await open();
    const address = await scene.ask();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    scene.clock.advance(rolloverMs);
    await show(reply, scene, 'b');
    await reply.finish([whole]);
    expect(shown(scene, address)).toEqual([[block('a')], [block('b'), block('c')]]);
    expect(scene.slack.calls.map(({ outcome }) => outcome)).not.toContain(
      'message_not_in_streaming_state',
    );
  });

  test('is replaced when its stream has died', async () => {
    const scene = await open();
    const address = await scene.ask();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    scene.clock.advance(5 * 60_000);
    await reply.finish([whole]);
    expect(shown(scene, address)).toEqual([whole.blocks]);
    expect(methodsOf(scene)).not.toContain('chat.postMessage');
  });

  test('is replaced when a person has stopped it', async () => {
    const scene = await open();
    const address = await scene.ask();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    await scene.slack.actAs('amira').stopAnswer('general', address.thread);
    const stopped = content('a', 'stopped');
    await reply.finish([stopped]);
    expect(shown(scene, address)).toEqual([stopped.blocks]);
  });

  test('is posted when somebody has deleted what was shown of it', async () => {
    const scene = await open();
    const address = await scene.ask();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    const [begun] = scene.slack.thread(address.channel, address.thread).slice(1);
    await callMethod(scene.slack, 'chat.delete', { channel: address.channel, ts: begun?.ts });
    await reply.finish([whole]);
    expect(shown(scene, address)).toEqual([whole.blocks]);
  });

  test('is posted beyond the budget, before Slack has to refuse a stream', async () => {
    const scene = await open();
    for (let count = 0; count < streamsPerMinute + 2; count += 1) {
      const address = await scene.ask();
      const reply = scene.replies.open(address, recipient);
      reply.append([block('a')]);
      await reply.finish([whole]);
      expect(shown(scene, address)).toEqual([whole.blocks]);
    }
    const started = methodsOf(scene).filter((method) => method === 'chat.startStream');
    expect(started).toHaveLength(streamsPerMinute);
    expect(methodsOf(scene).filter((method) => method === 'chat.postMessage')).toHaveLength(2);
    expect(scene.slack.calls.map(({ outcome }) => outcome)).not.toContain('ratelimited');
  });

  test('is posted when Slack refuses the stream for its rate', async () => {
    const scene = await open();
    const address = await scene.ask();
    scene.slack.faults.failNext('chat.startStream', {
      status: 429,
      error: 'ratelimited',
      retryAfter: 30,
    });
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    await reply.finish([whole]);
    expect(shown(scene, address)).toEqual([whole.blocks]);
    expect(methodsOf(scene).filter((method) => method === 'chat.startStream')).toHaveLength(1);
  });

  test.each(['chat.startStream', 'chat.appendStream', 'chat.stopStream'])(
    'stands once when the answer to %s is lost',
    async (method) => {
      for (const fault of [{ afterEffect: true, dropConnection: true }, { dropConnection: true }]) {
        const scene = await open();
        const address = await scene.ask();
        scene.slack.faults.failNext(method, fault);
        const reply = scene.replies.open(address, recipient);
        reply.append([block('a')]);
        await untilAnswered();
        reply.append([block('b')]);
        await untilAnswered();
        await reply.finish([whole]);
        expect(shown(scene, address)).toEqual([whole.blocks]);
      }
    },
  );

  test('is found again by another process, though nobody noted which message it is', async () => {
    const scene = await open();
    const address = await scene.ask();
    const lost = { afterEffect: true, dropConnection: true };
    scene.slack.faults.failNext('chat.startStream', lost);
    await show(scene.replies.open(address, recipient), scene, 'a');
    scene.clock.advance(leaseMs);
    await scene.restart().open(address, recipient).finish([whole]);
    expect(shown(scene, address)).toEqual([whole.blocks]);
    expect(methodsOf(scene)).not.toContain('chat.postMessage');
  });
});
