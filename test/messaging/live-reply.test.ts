import { afterEach, describe, expect, test } from 'vitest';
import {
  type LiveReply,
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
} from '../../src/messaging/index.ts';
import type { FallibleMethod } from '../fakes/memory-messenger.ts';
import {
  address,
  block,
  content,
  leaseMs,
  openScene,
  recipient,
  rolloverMs,
  type Scene,
  settleMs,
  shown,
  startProcess,
  streamsPerMinute,
} from './reply-harness.ts';

const scenes: Scene[] = [];
afterEach(async () => {
  for (const { database } of scenes.splice(0)) await database.close();
});

async function open(): Promise<Scene> {
  const scene = await openScene();
  scenes.push(scene);
  return scene;
}

/** Shows blocks, each by a call of its own. */
async function show(reply: LiveReply, { messenger }: Scene, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const before = messenger.calls.length;
    reply.append([block(text)]);
    await expect.poll(() => messenger.calls.length, { interval: 1 }).toBeGreaterThan(before);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function failNext(
  { messenger }: Scene,
  method: FallibleMethod,
  error: Error,
  takesEffect = false,
): void {
  messenger.faultOf = (called) => {
    if (called !== method) return undefined;
    messenger.faultOf = () => undefined;
    return { error, posted: takesEffect };
  };
}

const whole = content('a', 'b', 'c');

describe('a live reply', () => {
  test('grows with each part and ends with the rest, found by its delivery', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a', 'b');
    expect(shown(scene)).toEqual([[block('a'), block('b')]]);
    await reply.finish([whole, content('d')]);
    expect(shown(scene)).toEqual([whole.blocks, [block('d')]]);
    expect(scene.messenger.calls).toEqual([
      'startStream',
      'appendToStream',
      'finishStream',
      'post',
    ]);
    expect(await scene.store.isComplete(address.subject, address.channel)).toBe(true);
    expect((await scene.store.about(address.subject, 'C1')).map(({ content }) => content)).toEqual([
      null,
      null,
    ]);
  });

  test('sends together what comes while a call is under way', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    for (const text of ['a', 'b', 'c']) reply.append([block(text)]);
    await expect.poll(() => shown(scene).flat().length, { interval: 1 }).toBe(3);
    expect(scene.messenger.calls).toEqual(['startStream', 'appendToStream']);
    await reply.finish([whole]);
    expect(shown(scene)).toEqual([whole.blocks]);
  });

  test('is posted as a whole when nobody is to see it grow', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, null);
    reply.append([block('a')]);
    await reply.finish([whole]);
    expect(scene.messenger.calls).toEqual(['post']);
  });

  test('is posted as a whole beyond the budget of streams, until a minute is over', async () => {
    const scene = await open();
    const { replies, messenger, clock } = scene;
    const answer = async (number: number): Promise<void> => {
      const reply = replies.open({ ...address, subject: `message:${number}` }, recipient);
      reply.append([block('a')]);
      await new Promise((resolve) => setImmediate(resolve));
      await reply.finish([whole]);
    };
    for (let number = 0; number < streamsPerMinute; number += 1) await answer(number);
    expect(messenger.calls).not.toContain('post');
    await answer(100);
    expect(messenger.calls.at(-1)).toBe('post');
    clock.advance(60_000);
    await answer(101);
    expect(messenger.calls.at(-1)).toBe('finishStream');
  });

  test.each([
    ['a rate limit', new MessageRateLimited(30_000)],
    ['a refusal', new MessageRejected('missing_recipient_team_id', true)],
  ])('is posted as a whole after %s at the start', async (_name, error) => {
    const scene = await open();
    failNext(scene, 'startStream', error);
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    await reply.finish([whole]);
    expect(shown(scene)).toEqual([whole.blocks]);
    expect(scene.messenger.calls).toEqual(['startStream', 'post']);
  });

  test('leaves streams alone for as long as the service asks', async () => {
    const scene = await open();
    failNext(scene, 'startStream', new MessageRateLimited(30_000));
    const first = scene.replies.open(address, recipient);
    await show(first, scene, 'a');
    await first.finish([whole]);
    const second = scene.replies.open({ ...address, subject: 'second' }, recipient);
    second.append([block('a')]);
    await second.finish([whole]);
    expect(scene.messenger.calls).toEqual(['startStream', 'post', 'post']);
  });

  test.each<[FallibleMethod, boolean]>([
    ['startStream', true],
    ['startStream', false],
    ['appendToStream', true],
    ['appendToStream', false],
    ['finishStream', true],
    ['finishStream', false],
  ])('stands once when the answer to %s is lost, effect: %s', async (method, takesEffect) => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    failNext(scene, method, new MessageOutcomeUnknown('cut'), takesEffect);
    reply.append([block('a')]);
    await new Promise((resolve) => setImmediate(resolve));
    reply.append([block('b')]);
    await new Promise((resolve) => setImmediate(resolve));
    await reply.finish([whole]);
    expect(shown(scene)).toEqual([whole.blocks]);
    // What broke off has had its time to take effect before anything is looked up or replaced.
    expect(scene.clock.waits).toContain(settleMs);
  });

  test('replaces what was shown when the reply begins differently in the end', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a', 'other');
    await reply.finish([whole]);
    expect(shown(scene)).toEqual([whole.blocks]);
    expect(scene.messenger.posted[0]?.content.text).toBe(whole.text);
  });

  test('goes on in a new message before the stream grows too old', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    scene.clock.advance(rolloverMs);
    await show(reply, scene, 'b');
    await expect.poll(() => shown(scene).length, { interval: 1 }).toBe(2);
    expect(scene.messenger.posted.map(({ stream }) => stream?.state)).toEqual(['finished', 'open']);
    await reply.finish([whole, content('d')]);
    expect(shown(scene)).toEqual([[block('a')], [block('b'), block('c')], [block('d')]]);
    await scene.replies.open(address, null).finish([whole, content('d')]);
    expect(shown(scene)).toHaveLength(3);
  });

  test('begins no new message when it is finished while the old one ends', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    scene.clock.advance(rolloverMs);
    reply.append([block('b')]);
    await reply.finish([whole]);
    expect(shown(scene)).toEqual([[block('a')], [block('b'), block('c')]]);
    expect(scene.messenger.calls).toEqual(['startStream', 'finishStream', 'post']);
  });

  test('replaces the message of a stream that died', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    scene.clock.advance(5 * 60_000);
    await reply.finish([whole]);
    expect(shown(scene)).toEqual([whole.blocks]);
    expect(scene.messenger.calls).toEqual(['startStream', 'finishStream', 'update']);
  });
});

describe('a live reply that is left', () => {
  test('is continued in the same message, at once', async () => {
    const scene = await open();
    const first = scene.replies.open(address, recipient);
    await show(first, scene, 'a');
    await first.leave();
    const before = scene.clock.now();
    const second = startProcess(scene).open(address, recipient);
    second.append([block('a')]);
    await second.finish([whole]);
    expect(shown(scene)).toEqual([whole.blocks]);
    expect(scene.clock.now() - before).toBeLessThan(leaseMs);
    expect(scene.messenger.calls).toEqual(['startStream', 'update']);
  });

  test('by a process that died is continued after its lease', async () => {
    const scene = await open();
    await show(scene.replies.open(address, recipient), scene, 'a');
    const second = startProcess(scene).open(address, recipient);
    await second.finish([whole]);
    expect(shown(scene)).toEqual([whole.blocks]);
  });

  test('can be discarded before an apology', async () => {
    const scene = await open();
    const reply = scene.replies.open(address, recipient);
    await show(reply, scene, 'a');
    await reply.leave();
    await scene.replies.discardUnfinished(address);
    expect(shown(scene)).toEqual([]);
    expect(await scene.store.about(address.subject, 'C1')).toEqual([]);
  });
});
