import { describe, expect, it } from 'vitest';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

describe('a direct message between people', () => {
  it('is one for both, and none of the app’s business', async () => {
    const slack = await start();
    const [amira, leo] = [slack.actAs('amira'), slack.actAs('leo')];
    const channel = await amira.openDirectMessageWith('leo');
    await amira.post(channel, 'between you and me, <@U0CONCORD01>');
    expect(await leo.openDirectMessageWith('amira')).toBe(channel);
    expect(amira.directMessageChannel).not.toBe(channel);
    expect(slack.workspace.events).toEqual([]);
    const read = await callMethod(slack, 'conversations.history', { channel });
    expect(read.body.error).toBe('channel_not_found');
    const listed = await callMethod(slack, 'conversations.list', { types: 'im' });
    expect(JSON.stringify(listed.body)).not.toContain(channel);
    await expect(slack.actAs('tom').post(channel, 'hello?')).rejects.toMatchObject({
      code: 'playground-not-in-channel',
    });
  });

  it('is a place for commands, whose answers are seen where they were asked', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const amira = slack.actAs('amira');
    const channel = await amira.openDirectMessageWith('leo');
    await amira.slash('/ask', 'about values', channel);
    const { payload } = app.received.at(-1) ?? {};
    expect(payload).toMatchObject({ channel_id: channel, channel_name: 'directmessage' });
    await fetch(String(payload?.response_url), {
      method: 'POST',
      body: JSON.stringify({ text: 'for you' }),
    });
    expect(slack.ephemeralMessages(channel, 'amira')).toMatchObject([{ text: 'for you' }]);
    await app.close();
  });

  it('with the app is the app’s own', async () => {
    const slack = await start();
    const amira = slack.actAs('amira');
    expect(await amira.openDirectMessageWith('concord')).toBe(amira.directMessageChannel);
  });

  it.each([
    ['una', 'leo'],
    ['leo', 'una'],
    ['viktor', 'amira'],
    ['amira', 'amira'],
  ])('is not there for %s and %s', async (one, other) => {
    const slack = await start();
    await expect(slack.actAs(one).openDirectMessageWith(other)).rejects.toMatchObject({
      code: 'playground-not-in-touch',
    });
  });

  it('is there for a guest with those of a channel, and with nobody who has left', async () => {
    const slack = await start();
    await slack.actAs('una').openDirectMessageWith('sofia');
    slack.administer.changePerson('sofia', { deleted: true });
    await expect(slack.actAs('una').openDirectMessageWith('sofia')).rejects.toMatchObject({
      code: 'playground-not-in-touch',
    });
  });
});
