import { afterEach, expect, test } from 'vitest';
import { MessengerUnavailable } from '../../src/messaging/index.ts';
import type { FallibleMethod } from '../fakes/memory-messenger.ts';
import {
  address,
  block,
  content,
  openScene,
  recipient,
  rolloverMs,
  type Scene,
  shown,
  startProcess,
} from './reply-harness.ts';

const scenes: Scene[] = [];
afterEach(async () => {
  for (const { database } of scenes.splice(0)) await database.close();
});

const contents = [content('a', 'b'), content('c'), content('d')];
const blocksOfContents = contents.map(({ blocks }) => blocks);

/** From the given call of a method on, counted from one, none succeeds. */
function failFrom({ messenger }: Scene, method: FallibleMethod, first: number): void {
  let calls = 0;
  messenger.faultOf = (called) => {
    if (called === method) calls += 1;
    const fails = called === method && calls >= first;
    return fails ? { error: new MessengerUnavailable('cut'), posted: false } : undefined;
  };
}

/** A reply that went on in a new message while it grew, and whose last message could not be posted. */
async function openBroken(): Promise<Scene> {
  const scene = await openScene();
  scenes.push(scene);
  const reply = scene.replies.open(address, recipient);
  reply.append([block('a')]);
  await expect.poll(() => shown(scene).length, { interval: 1 }).toBe(1);
  scene.clock.advance(rolloverMs);
  reply.append([block('b')]);
  await expect.poll(() => shown(scene).length, { interval: 1 }).toBe(2);
  failFrom(scene, 'post', 2);
  await expect(reply.finish(contents)).rejects.toThrow(MessengerUnavailable);
  expect(shown(scene)).toEqual([[block('a')], [block('b')], [block('c')]]);
  return scene;
}

test('a reply that is divided anew says each thing once, also when that breaks off', async () => {
  const scene = await openBroken();
  failFrom(scene, 'update', 3);
  const second = startProcess(scene).open(address, null).finish(contents);
  await expect(second).rejects.toThrow(MessengerUnavailable);
  expect(shown(scene)).toEqual([[block('a'), block('b')], [block('c')], [block('c')]]);
  scene.messenger.faultOf = () => undefined;
  await startProcess(scene).open(address, null).finish(contents);
  expect(shown(scene)).toEqual(blocksOfContents);
  expect(await scene.store.isComplete(address.subject, address.channel)).toBe(true);
});

test('a reply whose first message is gone goes on in the others, and is not begun again', async () => {
  const scene = await openBroken();
  scene.messenger.posted.shift();
  failFrom(scene, 'post', 1);
  const second = startProcess(scene).open(address, null).finish(contents);
  await expect(second).rejects.toThrow(MessengerUnavailable);
  scene.messenger.faultOf = () => undefined;
  for (let times = 0; times < 2; times += 1) {
    const reply = startProcess(scene).open(address, recipient);
    reply.append([block('a')]);
    await reply.finish(contents);
    expect(shown(scene)).toEqual(blocksOfContents);
  }
});

test('an unfinished reply goes as a whole, with what came after its open message', async () => {
  const scene = await openBroken();
  await scene.replies.discardUnfinished(address);
  expect(shown(scene)).toEqual([]);
  expect(await scene.store.about(address.subject, address.channel)).toEqual([]);
});
