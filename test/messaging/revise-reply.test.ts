import { afterEach, describe, expect, test } from 'vitest';
import { MessageRateLimited } from '../../src/messaging/index.ts';
import {
  address,
  block,
  content,
  openScene,
  recipient,
  type Scene,
  shown,
  startProcess,
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

  test.each([
    [0, ['update', 'update', 'post']],
    [1, ['update', 'update', 'post']],
  ])('stays in order when somebody has deleted message %i of it', async (deleted, calls) => {
    const scene = await openSent();
    const { messenger } = scene;
    const [gone] = messenger.posted.splice(deleted, 1);
    const [kept] = messenger.posted;
    await scene.replies.revise(address, [content('c'), content('d')]);
    expect(shown(scene)).toEqual([[block('c')], [block('d')]]);
    const ids = messenger.posted.map(({ id }) => id);
    expect(ids).toContain(kept?.id);
    expect(ids).not.toContain(gone?.id);
    expect(messenger.calls).toEqual(calls);
    // Another process that takes it up again leaves it alone, and can still change it.
    const others = startProcess(scene);
    const again = others.open(address, recipient);
    again.append([block('c')]);
    await again.finish([content('c'), content('d')]);
    expect(shown(scene)).toEqual([[block('c')], [block('d')]]);
    await others.revise(address, [content('e')]);
    expect(shown(scene)).toEqual([[block('e')]]);
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
