import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageContent } from '../../src/messaging/index.ts';
import { Crash, type Mishap, mishaps, startFailingProcess } from './failing-process.ts';
import {
  address,
  block,
  content,
  openWorld,
  recipient,
  shown,
  type World,
} from './reply-harness.ts';

/** How often a handler is called anew before the test says that it never ends. */
const mostCalls = 60;

interface Course {
  /** Blocks of each message the reply consists of in the end. */
  sizes: number[];
  /** Of the first message's blocks, how many are shown as they come. */
  streamed: number;
  /** Each block is shown by a call of its own. */
  unhurried: boolean;
  /** Time that passes before each block is shown, ms. */
  lapses: number[];
  /** What is shown is not how the reply begins in the end. */
  misleading: boolean;
  /** The handler breaks off, so often, after showing something. */
  breaks: number;
  plan: Mishap[];
  /** The question is edited afterwards, and what becomes of the calls then. */
  revision: {
    sizes: number[];
    plan: Mishap[];
    /** Which message somebody has deleted before; null for none. */
    deleted: number | null;
  } | null;
}

/** @param calm how many calls go well for one that does not. */
const planOf = (calm: number) =>
  fc.array(
    fc.oneof(
      { weight: calm, arbitrary: fc.constant<Mishap>('none') },
      { weight: 1, arbitrary: fc.constantFrom(...mishaps) },
    ),
    { maxLength: 60, size: 'max' },
  );
/** Where breaks matter most is after something has gone well for long, and again after that. */
const fewMishaps = fc
  .array(
    fc.record({
      calm: fc.integer({ min: 0, max: 30 }),
      mishap: fc.oneof(
        fc.constantFrom<Mishap>('crash-before', 'crash-after'),
        fc.constantFrom(...mishaps),
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) =>
    parts.flatMap(({ calm, mishap }) => [...Array<Mishap>(calm).fill('none'), mishap]),
  );
const plan = fc.oneof(planOf(2), planOf(10), fewMishaps, fewMishaps);
const course: fc.Arbitrary<Course> = fc.record({
  sizes: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 3 }),
  streamed: fc.integer({ min: 2, max: 5 }),
  unhurried: fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
  // Nothing, enough to go on in a new message, and enough for the stream to have ended.
  lapses: fc.array(fc.constantFrom(0, 0, 0, 0, 230_000, 310_000), { minLength: 5, maxLength: 5 }),
  misleading: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  breaks: fc.integer({ min: 0, max: 2 }),
  plan,
  revision: fc.option(
    fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
      plan: plan,
      deleted: fc.option(fc.integer({ min: 0, max: 3 })),
    }),
  ),
});

function contentsOf(sizes: readonly number[], name: string): MessageContent[] {
  return sizes.map((size, message) =>
    content(...Array.from({ length: size }, (_, index) => `${name} ${message}.${index}`)),
  );
}

/**
 * Calls the handler anew, in a new process after a crash, until it succeeds.
 *
 * @returns what befell it.
 */
async function untilDone(
  world: World,
  planned: readonly Mishap[],
  handle: (replies: ReturnType<typeof startFailingProcess>) => Promise<void>,
): Promise<Mishap[]> {
  const plan = [...planned];
  let replies = startFailingProcess(world, plan);
  for (let calls = 0; calls < mostCalls; calls += 1) {
    try {
      await handle(replies);
      return planned.slice(0, planned.length - plan.length);
    } catch (error) {
      if (error instanceof Crash) replies = startFailingProcess(world, plan);
    }
  }
  throw new Error(`not done after ${mostCalls} calls`);
}

/** Lets everything happen that waits for nothing but the event loop. */
async function untilShown(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Whether blocks appear in the order in which they were shown, each once. */
function expectChunksInOrder(world: World): void {
  for (const { stream } of world.messenger.posted) {
    const texts = stream?.chunks.flat().map(textOf) ?? [];
    expect(new Set(texts).size).toBe(texts.length);
    expect([...texts].sort()).toEqual(texts);
  }
}

test('whatever breaks off, a reply stands in the end as it must, each message once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.noBias(course), async (given) => {
      const world = await openWorld();
      const contents = contentsOf(given.sizes, 'claim');
      const growing = given.misleading
        ? [block('claim 0.misleading')]
        : (contents[0]?.blocks.slice(0, given.streamed) ?? []);
      let breaks = given.breaks;
      const befell = await untilDone(world, given.plan, async (replies) => {
        const reply = replies.open(address, recipient);
        try {
          for (const [index, part] of growing.entries()) {
            world.clock.advance(given.lapses[index] ?? 0);
            reply.append([part]);
            if (given.unhurried) await untilShown();
          }
          breaks -= 1;
          if (breaks >= 0) throw new Error('composing failed');
          await reply.finish(contents);
        } finally {
          await reply.leave();
        }
      });
      expectChunksInOrder(world);
      const timePasses = given.lapses.some((lapse) => lapse > 0) || befell.includes('time-passes');
      expectReply(world, contents, befell, timePasses);
      if (given.revision !== null) {
        const { sizes, plan, deleted } = given.revision;
        if (deleted !== null) world.messenger.posted.splice(deleted, 1);
        const revised = contentsOf(sizes, 'revised');
        const befellThen = await untilDone(world, plan, (replies) =>
          replies.revise(address, revised),
        );
        expectReply(world, revised, befellThen, false);
      }
      await world.database.close();
    }),
    { numRuns: 250 },
  );
}, 60_000);

/** @param mayRollOver it may consist of more messages, for it went on in new ones while it grew. */
function expectReply(
  world: World,
  contents: readonly MessageContent[],
  befell: readonly Mishap[],
  mayRollOver: boolean,
): void {
  const messages = shown(world);
  const wanted = contents.flatMap(({ blocks }) => blocks);
  if (befell.some((mishap) => mishap.endsWith('deleted'))) {
    // What is deleted while it is dealt with may stay away. What is there is in order, each once.
    const places = messages.flat().map((there) => wanted.map(textOf).indexOf(textOf(there)));
    expect(places).not.toContain(-1);
    expect([...new Set(places)].sort((one, other) => one - other)).toEqual(places);
  } else {
    expect(messages.flat()).toEqual(wanted);
    if (!mayRollOver) expect(messages).toEqual(contents.map(({ blocks }) => blocks));
  }
  const ids = world.messenger.posted.map(({ deliveryId }) => deliveryId);
  expect(ids).not.toContain(null);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { stream } of world.messenger.posted) expect(stream?.state).not.toBe('open');
}

const textOf = (shownBlock: object): string => JSON.stringify(shownBlock);
