import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createManualClock } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp, type SocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

async function turn(app: SocketApp): Promise<void> {
  // A ping goes and comes on the same connection, so what was sent before has arrived by then.
  await app.ping();
  await app.ping();
}

describe('Socket Mode', () => {
  it('greets, and sends an envelope for what happens', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    expect(app.hello).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0CONCORD01' },
    });
    await slack.actAs('amira').directMessage('hello');
    const [envelope] = await app.receive(1);
    expect(envelope).toMatchObject({
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: '',
      payload: {
        type: 'event_callback',
        team_id: 'T0PARTNERS1',
        api_app_id: 'A0CONCORD01',
        is_ext_shared_channel: false,
        authorizations: [{ user_id: 'U0CONCORD01', is_bot: true }],
        event: { type: 'message', channel_type: 'im', text: 'hello' },
      },
    });
    await slack.settled(1_000);
    expect(slack.counters).toEqual({ eventsSent: 1, acknowledged: 1, retried: 0, lost: 0 });
    await app.close();
  });

  it('takes a ticket only once, and none that it did not give', async () => {
    const slack = await start();
    const { body } = await callMethod(
      slack,
      'apps.connections.open',
      {},
      { token: slack.appToken },
    );
    const open = (url: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(url);
        socket.once('message', (data) => {
          resolve(JSON.parse(String(data)).type);
          socket.terminate();
        });
        socket.once('error', (error) => resolve(error.message));
      });
    expect(await open(String(body.url))).toBe('hello');
    expect(await open(String(body.url))).toContain('401');
    expect(await open(`${slack.webSocketUrl}?ticket=made-up`)).toContain('401');
  });

  it('takes turns between connections, up to ten of them', async () => {
    const slack = await start();
    const apps: SocketApp[] = [];
    for (let index = 0; index < 10; index += 1) {
      apps.push(await connectSocketApp(slack, { acknowledges: true }));
    }
    expect(slack.connectionCount).toBe(10);
    for (let index = 0; index < 20; index += 1) {
      await slack.actAs('amira').directMessage(`message ${index}`);
    }
    await slack.settled(2_000);
    expect(apps.map(({ received }) => received.length)).toEqual(Array(10).fill(2));

    const { body } = await callMethod(
      slack,
      'apps.connections.open',
      {},
      { token: slack.appToken },
    );
    const refused = new WebSocket(String(body.url));
    const message = await new Promise((resolve) => refused.once('message', resolve));
    expect(JSON.parse(String(message))).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
    });
    expect(slack.connectionCount).toBe(10);
    refused.terminate();
    await Promise.all(apps.map((app) => app.close()));
  });

  it('asks for other connections when told to', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack);
    slack.recycleConnections();
    const [message] = await app.receive(1);
    expect(message).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    await app.close();
  });

  it('ignores what it does not understand', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    for (const text of ['not json', '[]', 'null', '{"envelope_id":7}', '{"envelope_id":"x"}']) {
      app.send(text);
    }
    await slack.actAs('amira').directMessage('still there?');
    await slack.settled(1_000);
    expect(slack.counters.acknowledged).toBe(1);
    await app.close();
  });

  it('ends at once when closed, with an event under way and a retry planned', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const app = await connectSocketApp(slack);
    await slack.actAs('amira').directMessage('hello');
    await slack.close();
    expect(clock.waiting()).toBe(0);
    await expect(fetch(slack.url)).rejects.toThrow();
    await app.close();
  });
});

describe('retries', () => {
  it('sends an event again at once, after one and after five minutes, and then gives up', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const app = await connectSocketApp(slack);
    await slack.actAs('amira').directMessage('hello');
    const pass = async (durationMs: number): Promise<number> => {
      clock.advance(durationMs);
      await turn(app);
      return app.received.length;
    };
    expect(await pass(0)).toBe(1);
    expect(await pass(2_999)).toBe(1);
    await pass(1);
    expect(await pass(0)).toBe(2);
    await pass(3_000);
    expect(await pass(59_999)).toBe(2);
    expect(await pass(1)).toBe(3);
    await pass(3_000);
    expect(await pass(299_999)).toBe(3);
    expect(await pass(1)).toBe(4);
    await pass(3_000);
    expect(await pass(600_000)).toBe(4);
    expect(app.received.map((each) => [each.retry_attempt, each.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(new Set(app.received.map(({ payload }) => payload.event_id)).size).toBe(1);
    expect(new Set(app.received.map(({ envelope_id: id }) => id)).size).toBe(4);
    expect(slack.counters).toEqual({ eventsSent: 1, acknowledged: 0, retried: 3, lost: 1 });
    expect(slack.workspace.events[0]?.attempts.map(({ outcome }) => outcome)).toEqual(
      Array(4).fill('timeout'),
    );
    await app.close();
  });

  it('stops as soon as the event is acknowledged', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const app = await connectSocketApp(slack);
    await slack.actAs('amira').directMessage('hello');
    await app.receive(1);
    clock.advance(3_000);
    await turn(app);
    clock.advance(0);
    const [, second] = await app.receive(2);
    if (second !== undefined) app.acknowledge(second);
    await turn(app);
    clock.advance(600_000);
    await turn(app);
    expect(app.received).toHaveLength(2);
    expect(slack.counters).toEqual({ eventsSent: 1, acknowledged: 1, retried: 1, lost: 0 });
    await app.close();
  });

  it('can be provoked for an event that was acknowledged', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    await slack.actAs('amira').directMessage('hello');
    await slack.settled(1_000);
    const { eventId = '' } = slack.workspace.events[0] ?? {};
    await slack.redeliver(eventId);
    expect(app.received.map(({ payload }) => payload.event_id)).toEqual([eventId, eventId]);
    expect(app.received[1]).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    expect(slack.counters).toEqual({ eventsSent: 1, acknowledged: 1, retried: 1, lost: 0 });
    await expect(slack.redeliver('Ev0')).rejects.toMatchObject({
      code: 'playground-event-unknown',
    });
    await app.close();
  });

  it('keeps what happens while the app is away and delivers it on its return', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    await slack.actAs('amira').directMessage('anybody there?');
    const back = await connectSocketApp(slack, { acknowledges: true });
    const [envelope] = await back.receive(1);
    expect(envelope).toMatchObject({
      retry_reason: 'connection_failed',
      payload: { event: { text: 'anybody there?' } },
    });
    await slack.settled(1_000);
    expect(slack.counters).toMatchObject({ acknowledged: 1, lost: 0 });
    await back.close();
  });

  it('sends again on another connection what was lost with the first', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const first = await connectSocketApp(slack);
    await slack.actAs('amira').directMessage('hello');
    const [lost] = await first.receive(1);
    const second = await connectSocketApp(slack, { acknowledges: true });
    await first.close();
    await slack.settled(1_000).catch(() => clock.advance(0));
    const [again] = await second.receive(1);
    expect(again?.payload.event_id).toBe(lost?.payload.event_id);
    expect(again?.retry_attempt).toBe(1);
    await second.close();
  });

  it('counts events of an app that never comes back as lost', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    await slack.actAs('amira').directMessage('anybody there?');
    for (let minute = 0; minute < 8; minute += 1) {
      clock.advance(60_000);
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(slack.counters).toEqual({ eventsSent: 1, acknowledged: 0, retried: 3, lost: 1 });
    const late = await connectSocketApp(slack);
    await turn(late);
    expect(late.received).toEqual([]);
    await late.close();
  });
});
