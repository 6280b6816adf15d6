import { describe, expect, it } from 'vitest';
import { createAcceleratedClock, createManualClock } from '../../src/playground/index.ts';
import { methods } from '../../src/playground/web-api/methods/index.ts';
import { RateLimiter } from '../../src/playground/web-api/rate-limiter.ts';
import { rateLimitOf } from '../../src/playground/web-api/rate-tiers.ts';
import { callMethod } from './support/call-method.ts';
import { readReference } from './support/read-reference.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

describe('rate limits', () => {
  it('let short bursts into a channel through, then one message a second', async () => {
    const clock = createManualClock();
    const slack = await start({ clock, rateLimits: true });
    const post = (channel: string) =>
      callMethod(slack, 'chat.postMessage', { channel, text: 'hello' });
    for (let index = 0; index < 5; index += 1) {
      expect((await post('C0GENERAL00')).status).toBe(200);
    }
    const refused = await post('C0GENERAL00');
    expect(refused.body).toEqual({ ok: false, error: 'ratelimited' });
    expect([refused.status, refused.retryAfter]).toEqual([429, '1']);
    expect((await post('C0PRIMARYCA')).status).toBe(200);
    clock.advance(1_000);
    expect((await post('C0GENERAL00')).status).toBe(200);
    expect((await post('C0GENERAL00')).status).toBe(429);
    expect(slack.messages('#general')).toHaveLength(6);
  });

  it('let several hundred messages a minute into all channels, after a burst', () => {
    const clock = createManualClock();
    const limiter = new RateLimiter(clock);
    const post = (index: number) => limiter.take('chat.postMessage', `C${index}`);
    const calls = Array.from({ length: 130 }, (_, index) => post(index));
    expect(calls.filter((wait) => wait === null)).toHaveLength(100);
    clock.advance(10_000);
    expect(
      Array.from({ length: 60 }, (_, index) => post(index)).filter((w) => w === null),
    ).toHaveLength(50);
  });

  it('hold streams to twenty a minute and say how long to wait', () => {
    const clock = createManualClock();
    const limiter = new RateLimiter(clock);
    const calls = Array.from({ length: 25 }, () => limiter.take('chat.startStream', 'C1'));
    expect(calls.filter((wait) => wait === null)).toHaveLength(20);
    expect(calls.at(-1)).toBe(3);
    clock.advance(3_000);
    expect(limiter.take('chat.startStream', 'C2')).toBeNull();
    expect(limiter.take('chat.startStream', 'C1')).toBe(3);
  });

  it('tell the wait at the pace of the program when the clock runs fast', () => {
    const clock = { ...createManualClock(), toProgramTime: (ms: number) => ms / 60 };
    const limiter = new RateLimiter(clock);
    for (let index = 0; index < 10; index += 1) limiter.take('apps.connections.open', null);
    expect(limiter.take('apps.connections.open', null)).toBe(1);
    expect(createAcceleratedClock(60).toProgramTime(60_000)).toBe(1_000);
  });

  it('agree with Slack’s tiers for every method', (context) => {
    const tiers = readReference('rate_limit_tiers.json', context) as Record<string, string>;
    const perMinute: Record<string, number> = { Tier1: 1, Tier2: 20, Tier3: 50, Tier4: 100 };
    for (const method of methods.keys()) {
      const tier = tiers[method];
      if (tier === undefined || tier.startsWith('Special')) continue;
      expect([method, rateLimitOf(method).perMinute]).toEqual([method, perMinute[tier]]);
    }
  });
});
