import { describe, expect, it } from 'vitest';
import { createManualClock, type LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

async function answer(address: string, body: unknown): Promise<[number, string]> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [response.status, await response.text()];
}

async function command(slack: LocalSlack): Promise<string> {
  const app = await connectSocketApp(slack, { acknowledges: true });
  await slack.actAs('amira').slash('/concord', 'help', '#general');
  await app.close();
  return String(app.received[0]?.payload.response_url);
}

describe('a response address', () => {
  it('shows an answer to the person alone, unless it is for the channel', async () => {
    const slack = await start();
    const address = await command(slack);
    expect(await answer(address, { text: 'for you' })).toEqual([200, 'ok']);
    expect(await answer(address, { text: 'for all', response_type: 'in_channel' })).toEqual([
      200,
      'ok',
    ]);
    expect(slack.ephemeralMessages('#general', 'amira')).toMatchObject([{ text: 'for you' }]);
    expect(slack.messages('#general')).toMatchObject([{ text: 'for all', isFromApp: true }]);
  });

  it('is used up after five times', async () => {
    const slack = await start();
    const address = await command(slack);
    for (let use = 0; use < 5; use += 1) {
      expect((await answer(address, { text: 'a' }))[0]).toBe(200);
    }
    expect(await answer(address, { text: 'a' })).toEqual([404, 'used_url']);
  });

  it('is over after half an hour', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const address = await command(slack);
    clock.advance(30 * 60_000);
    expect((await answer(address, { text: 'a' }))[0]).toBe(200);
    clock.advance(1);
    expect(await answer(address, { text: 'a' })).toEqual([404, 'expired_url']);
  });

  it('refuses what could not be posted, and addresses that were never given out', async () => {
    const slack = await start();
    const address = await command(slack);
    expect(await answer(address, { text: '' })).toEqual([400, 'no_text']);
    expect(await answer(address, { blocks: [{ type: 'song' }] })).toEqual([400, 'invalid_blocks']);
    expect(await answer(address, { response_type: 'everywhere' })).toEqual([
      400,
      'invalid_payload',
    ]);
    expect(await answer(`${address}x`, { text: 'a' })).toEqual([404, 'invalid_url']);
  });

  it('replaces and deletes the message that was clicked, seen by all or by one', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const tom = slack.actAs('tom');
    const text = { type: 'plain_text', text: 'Go' };
    const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', text }] }];
    const place = { channel: 'C0GENERAL00', text: 'a', blocks };
    const click = async (ts: unknown): Promise<string> => {
      await tom.clickButton('#general', String(ts), 'go');
      const sent = app.received.findLast(({ type }) => type === 'interactive');
      return String(sent?.payload.response_url);
    };
    const { body } = await callMethod(slack, 'chat.postMessage', place);
    const seenByAll = await click(body.ts);
    await answer(seenByAll, { replace_original: true, text: 'b' });
    expect(slack.messages('#general')).toMatchObject([{ ts: body.ts, text: 'b', blocks: [] }]);
    await answer(seenByAll, { delete_original: true });
    expect(slack.messages('#general')).toEqual([]);

    const alone = await callMethod(slack, 'chat.postEphemeral', { ...place, user: tom.userId });
    const seenByOne = await click(alone.body.message_ts);
    await answer(seenByOne, { replace_original: true, text: 'c' });
    expect(slack.ephemeralMessages('#general', 'tom')).toMatchObject([{ text: 'c' }]);
    await answer(seenByOne, { delete_original: true });
    expect(slack.ephemeralMessages('#general', 'tom')).toEqual([]);
    await app.close();
  });
});
