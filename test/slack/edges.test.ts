import { describe, expect, test } from 'vitest';
import { createPacer, MessageRejected, MessengerUnavailable } from '../../src/messaging/index.ts';
import { judgeError } from '../../src/slack/judge-error.ts';
import { createExpiringCache } from '../../src/slack/people/expiring-cache.ts';
import { guardReconnection } from '../../src/slack/web/guard-reconnection.ts';
import { createSlackLog } from '../../src/slack/web/slack-log.ts';
import { readingOptions, socketOptions, writingOptions } from '../../src/slack/web/web-clients.ts';
import { createTestClock } from '../fakes/test-clock.ts';

describe('an error in a listener', () => {
  const archived = new MessageRejected('is_archived', false);
  const wrapped = (original: Error) => Object.assign(new Error('unknown'), { original });

  test.each([
    ['lets an event go where nothing can be said', archived, 'drop'],
    ['gives up on a message Slack does not take', new MessageRejected('x', true), 'give-up'],
    ['waits while Slack cannot be reached', new MessengerUnavailable('x'), 'outage'],
    ['is tried again otherwise', new TypeError('x'), 'again'],
    ['is seen through Bolt’s wrapping', wrapped(archived), 'drop'],
    ['is found among several', Object.assign(new Error('x'), { originals: [archived] }), 'drop'],
    ['may be anything', 'text', 'again'],
  ])('%s', (_name, error, verdict) => {
    expect(judgeError(error)).toBe(verdict);
  });
});

describe('a cache', () => {
  test('forgets what is old, and the oldest when there is no room', () => {
    const clock = createTestClock();
    const cache = createExpiringCache<number>({ clock, limit: 2, keepMs: 100 });
    cache.set('a', 1);
    cache.set('b', 2);
    cache.set('a', 3);
    cache.set('c', 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([3, undefined, 4]);
    clock.advance(100);
    expect([cache.get('a'), cache.get('c')]).toEqual([undefined, undefined]);
  });
});

describe('the pacer', () => {
  test('keeps turns in one channel apart, and lets others pass', async () => {
    const clock = createTestClock();
    const { pause } = clock;
    const pacer = createPacer({ clock, pause, intervalMs: 1_000 });
    await pacer.turn('C1');
    await pacer.turn('C2');
    expect(clock.waits).toEqual([]);
    await pacer.turn('C1');
    expect(clock.waits).toEqual([1_000]);
  });

  test('holds all channels when it is asked to', async () => {
    const clock = createTestClock();
    const { pause } = clock;
    const pacer = createPacer({ clock, pause, intervalMs: 1_000 });
    pacer.hold(5_000);
    await pacer.turn('C1');
    await pacer.turn('C2');
    expect(clock.waits).toEqual([5_000]);
  });
});

describe('clients', () => {
  const settings = {
    token: 'xoxb-1',
    apiUrl: undefined,
    logger: createSlackLog({ debug() {}, info() {}, warn() {}, error() {} } as never),
    timeoutMs: 1_000,
  };

  test('never repeat what they write, and share no options', () => {
    expect(writingOptions(settings)).toMatchObject({
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
    expect(socketOptions(settings).retryConfig).toMatchObject({ forever: true });
    expect(readingOptions(settings)).not.toBe(readingOptions(settings));
    expect(readingOptions(settings).retryConfig).not.toBe(socketOptions(settings).retryConfig);
  });

  test('write no debug output, which holds whole requests, to the log', () => {
    const written: unknown[] = [];
    const record = (...parts: unknown[]) => void written.push(parts);
    const log = createSlackLog({
      debug: record,
      info: record,
      warn: record,
      error: record,
    } as never);
    log.debug('http request body: secret');
    expect(written).toEqual([]);
    log.warn('odd', new Error('with a secret text'));
    expect(JSON.stringify(written)).not.toContain('secret');
  });
});

describe('a socket that connects again by itself', () => {
  /** A client whose starts end as given: `null` connects, anything else is the rejection. */
  function guarded(ends: unknown[]) {
    const lost: unknown[] = [];
    const client = {
      start: async () => {
        const reason = ends.shift();
        if (reason !== null) throw reason;
        return { ok: true };
      },
    };
    guardReconnection(client, (reason) => lost.push(reason));
    return { client, lost };
  }

  test('tells who starts it when the first attempt fails', async () => {
    const refused = new Error('invalid_auth');
    const { client, lost } = guarded([refused, null]);
    await expect(client.start()).rejects.toBe(refused);
    await expect(client.start()).resolves.toEqual({ ok: true });
    expect(lost).toEqual([]);
  });

  test('leaves no rejection behind when it is stopped meanwhile, or refused', async () => {
    const refused = new Error('invalid_auth');
    const { client, lost } = guarded([null, undefined, refused]);
    await client.start();
    await client.start();
    expect(lost).toEqual([]);
    await client.start();
    expect(lost).toEqual([refused]);
  });
});
