import { afterEach, describe, expect, test } from 'vitest';
import { MessageRateLimited, patiently } from '../../src/messaging/index.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import {
  address,
  block,
  content,
  openScene,
  recipient,
  type Scene,
  shown,
} from './reply-harness.ts';

const scenes: Scene[] = [];
afterEach(async () => {
  for (const { database } of scenes.splice(0)) await database.close();
});

/** A reply of two messages that was sent. */
async function openSent(): Promise<Scene> {
  const scene = await openScene();
  scenes.push(scene);
  await scene.replies.open(address, recipient).finish([content('a'), content('b')]);
  scene.messenger.calls = [];
  return scene;
}

describe('a reply that is revised', () => {
  test('is changed in place, and posts what is missing', async () => {
    const scene = await openSent();
    const ids = scene.messenger.posted.map(({ id }) => id);
    await scene.replies.revise(address, [content('c'), content('d'), content('e')]);
    expect(shown(scene)).toEqual([[block('c')], [block('d')], [block('e')]]);
    expect(scene.messenger.posted.map(({ id }) => id).slice(0, 2)).toEqual(ids);
    expect(scene.messenger.calls).toEqual(['update', 'update', 'post']);
  });

  test('takes away what is too much, and everything when nothing is left to say', async () => {
    const scene = await openSent();
    await scene.replies.revise(address, [content('c')]);
    expect(shown(scene)).toEqual([[block('c')]]);
    await scene.replies.revise(address, []);
    expect(shown(scene)).toEqual([]);
    expect(await scene.store.wroteInThread(address.channel, address.thread)).toBe(false);
    await scene.replies.revise(address, [content('d')]);
    expect(shown(scene)).toEqual([[block('d')]]);
  });

  test('posts anew what somebody has deleted', async () => {
    const scene = await openSent();
    const [first] = scene.messenger.posted;
    await scene.messenger.remove({ channel: 'C1', messageId: first?.id ?? '' });
    await scene.replies.revise(address, [content('c'), content('d')]);
    expect(shown(scene).flat()).toHaveLength(2);
  });

  test('is left alone by whoever only finishes it again', async () => {
    const scene = await openSent();
    await scene.replies.open(address, recipient).finish([content('c'), content('d')]);
    expect(shown(scene)).toEqual([[block('a')], [block('b')]]);
    expect(scene.messenger.calls).toEqual([]);
  });

  test('waits as long as the service asks', async () => {
    const scene = await openSent();
    const { messenger, clock } = scene;
    const faults = [{ error: new MessageRateLimited(7_000), posted: false }];
    messenger.faultOf = (method) => (method === 'update' ? faults.shift() : undefined);
    const before = clock.now();
    await scene.replies.revise(address, [content('c'), content('d')]);
    expect(clock.now() - before).toBeGreaterThanOrEqual(7_000);
    expect(shown(scene)).toEqual([[block('c')], [block('d')]]);
  });
});

describe('patience', () => {
  const limited = () => new MessageRateLimited(4_000);

  test('repeats a call after the wait that was asked for', async () => {
    const { pause, waits } = createTestClock();
    const answers = [limited(), limited(), 'said'];
    const call = async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    };
    expect(await patiently({ pause, mostTries: 3 }, call)).toBe('said');
    expect(waits).toEqual([4_000, 4_000]);
  });

  test('ends, and does not repeat what failed for another reason', async () => {
    const { pause, waits } = createTestClock();
    const reject = (error: Error) => () => Promise.reject(error);
    await expect(patiently({ pause, mostTries: 2 }, reject(limited()))).rejects.toThrow(
      MessageRateLimited,
    );
    const other = patiently({ pause, mostTries: 2 }, reject(new TypeError('else')));
    await expect(other).rejects.toThrow('else');
    expect(waits).toEqual([4_000]);
  });
});
