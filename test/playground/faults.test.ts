import { describe, expect, it, vi } from 'vitest';
import { createManualClock, type FaultKind, type LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const channel = 'C0GENERAL00';
const post = (slack: LocalSlack, more: object = {}) =>
  callMethod(slack, 'chat.postMessage', { channel, text: 'hello', ...more });

describe('faults of calls', () => {
  it('refuse so many calls for their rate, whichever method is called', async () => {
    const slack = await start();
    slack.faults.start('rate-limit', { left: 2 });
    expect(await post(slack)).toMatchObject({
      status: 429,
      retryAfter: '2',
      body: { error: 'ratelimited' },
    });
    expect(slack.faults.active()).toEqual([{ kind: 'rate-limit', left: 1 }]);
    expect((await callMethod(slack, 'conversations.list')).status).toBe(429);
    expect((await post(slack)).body.ok).toBe(true);
    expect(slack.faults.active()).toEqual([]);
    expect(slack.messages('#general')).toHaveLength(1);
  });

  it('fail once, as a server does, when no number is given', async () => {
    const slack = await start();
    slack.faults.start('server-error');
    expect((await post(slack)).status).toBe(500);
    expect((await post(slack)).status).toBe(200);
    expect(slack.messages('#general')).toHaveLength(1);
  });

  it('lose the answers of calls that wrote something', async () => {
    const slack = await start();
    slack.faults.start('lost-answers');
    // Reading again does no harm: these would only be in the way of the others.
    expect((await callMethod(slack, 'users.list')).body.ok).toBe(true);
    await expect(post(slack)).rejects.toThrow();
    expect(slack.messages('#general')).toHaveLength(1);
  });

  it('answer late while calls take effect at once', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    slack.faults.start('slow-answers');
    let isAnswered = false;
    const answered = post(slack).then((result) => {
      isAnswered = true;
      return result;
    });
    await vi.waitFor(() => expect(slack.messages('#general')).toHaveLength(1));
    expect(isAnswered).toBe(false);
    clock.advance(3_000);
    expect((await answered).body.ok).toBe(true);
  });

  it('leave an app the calls it needs to start, but for a revoked token', async () => {
    const slack = await start();
    slack.faults.start('server-error', { left: null });
    expect((await callMethod(slack, 'auth.test')).body.ok).toBe(true);
    slack.faults.end('server-error');
    slack.faults.start('revoked-token');
    for (const method of ['auth.test', 'users.list', 'chat.postMessage']) {
      expect((await callMethod(slack, method)).body).toEqual({ ok: false, error: 'token_revoked' });
    }
    await (await connectSocketApp(slack)).close();
    slack.faults.end();
    expect((await callMethod(slack, 'auth.test')).body.ok).toBe(true);
  });

  it('refuse blocks wherever they are shown, and nothing else', async () => {
    const slack = await start();
    slack.faults.start('refuse-blocks');
    const error = 'invalid_blocks';
    const blocks = [{ type: 'divider' }];
    expect((await post(slack, { blocks })).body).toMatchObject({ error });
    expect((await post(slack, { blocks: [] })).body.ok).toBe(true);
    const { ts, channel: direct } = await slack.actAs('amira').directMessage('hello');
    const streamed = { channel: direct, thread_ts: ts };
    const chunks = [{ type: 'blocks', blocks }];
    const stream = await callMethod(slack, 'chat.startStream', { ...streamed, chunks });
    expect(stream.body).toMatchObject({ error });
    const view = { type: 'home', blocks };
    const values = { user_id: slack.actAs('amira').userId, view };
    expect((await callMethod(slack, 'views.publish', values)).body).toMatchObject({ error });
    slack.faults.end('refuse-blocks');
    expect((await callMethod(slack, 'views.publish', values)).body.ok).toBe(true);
  });
});

describe('faults of events', () => {
  it('drop the first delivery, and Slack tries again', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const app = await connectSocketApp(slack, { acknowledges: true });
    slack.faults.start('drop-events');
    await slack.actAs('amira').directMessage('one');
    await slack.actAs('amira').directMessage('two');
    await app.receive(1);
    expect(app.received[0]?.payload.event.text).toBe('two');
    await vi.waitFor(() => expect(slack.counters.acknowledged).toBe(1));
    clock.advance(3_000);
    await vi.waitFor(() => {
      clock.advance(0);
      expect(app.received).toHaveLength(2);
    });
    expect(app.received[1]).toMatchObject({
      retry_attempt: 1,
      retry_reason: 'timeout',
      payload: { event: { text: 'one' } },
    });
    await app.close();
  });

  it('deliver twice under one id', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    slack.faults.start('duplicate-events');
    await slack.actAs('amira').directMessage('one');
    const [first, second] = await app.receive(2);
    expect(first?.payload.event_id).toBe(second?.payload.event_id);
    await slack.settled(1_000);
    expect(slack.counters).toMatchObject({ eventsSent: 1, acknowledged: 1 });
    await app.close();
  });

  it('cut the connection and refuse new ones until they end', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack);
    slack.faults.start('disconnect');
    await vi.waitFor(() => expect(app.isOpen()).toBe(false));
    const refused = await callMethod(slack, 'apps.connections.open', {}, { token: slack.appToken });
    expect([refused.status, refused.body.error]).toEqual([503, 'service_unavailable']);
    slack.faults.end('disconnect');
    await (await connectSocketApp(slack)).close();
  });

  it('keep signed requests from arriving too', async () => {
    const slack = await start({ requestUrl: 'http://127.0.0.1:9/' });
    slack.faults.start('disconnect');
    await slack.actAs('amira').directMessage('hello');
    await vi.waitFor(() =>
      expect(slack.workspace.events[0]?.attempts[0]?.outcome).toBe('no_connection'),
    );
  });
});

it.each([0, -1, 1.5])('a fault cannot happen %s times', async (left) => {
  const slack = await start();
  expect(() => slack.faults.start('server-error', { left })).toThrow('cannot happen');
});

describe('whoever shows faults', () => {
  it('is told when they begin, happen and end', async () => {
    const slack = await start();
    const seen: (FaultKind | undefined)[] = [];
    slack.onChange(({ type }) => {
      if (type === 'faults-changed') seen.push(slack.faults.active()[0]?.kind);
    });
    slack.faults.start('server-error');
    await post(slack);
    slack.faults.start('drop-events', { left: 3 });
    slack.reset();
    expect(seen).toEqual(['server-error', undefined, 'drop-events', undefined]);
    expect(slack.faults.active()).toEqual([]);
  });
});
