import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { methods } from '../../src/playground/web-api/methods/index.ts';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

const manifest = (more: { bot?: string[]; events?: string[]; features?: object } = {}) => ({
  display_information: { name: 'Concord' },
  features: {
    agent_view: { agent_description: 'Answers' },
    slash_commands: [{ command: '/ask', description: 'Ask', usage_hint: '[question]' }],
    shortcuts: [{ type: 'message', callback_id: 'ask', name: 'Ask', description: 'Ask it' }],
    ...more.features,
  },
  oauth_config: { scopes: { bot: more.bot ?? ['chat:write'], bot_optional: ['groups:read'] } },
  settings: {
    event_subscriptions: { bot_events: more.events ?? ['message.im'] },
    interactivity: { is_enabled: true },
  },
});

const eventTypes = (slack: LocalSlack): string[] => slack.workspace.events.map(({ type }) => type);

describe('a manifest', () => {
  it('says what people can do with the app', async () => {
    const slack = await start({ manifest: manifest() });
    expect(slack.manifest).toMatchObject({
      name: 'Concord',
      description: 'Answers',
      commands: [{ command: '/ask', description: 'Ask', usageHint: '[question]' }],
      shortcuts: [{ type: 'message', callbackId: 'ask', name: 'Ask', description: 'Ask it' }],
      scopes: ['chat:write', 'groups:read'],
    });
    expect((await start()).manifest).toBeNull();
  });

  it('can be Concord’s own', async () => {
    const own: unknown = JSON.parse(readFileSync('manifest.json', 'utf8'));
    const slack = await start({ manifest: own });
    expect(slack.manifest?.scopes).toContain('chat:write');
    expect(slack.workspace.app.name).toBe('Concord');
  });

  it('is refused, with what is wrong, when it is none', async () => {
    await expect(start({ manifest: { features: [] } })).rejects.toMatchObject({
      code: 'playground-manifest-invalid',
      forPeople: expect.stringContaining('display_information'),
    });
  });

  it('gives the token its scopes, which each call is held to', async () => {
    const slack = await start({ manifest: manifest() });
    const general = 'C0GENERAL00';
    const call = async (method: string, values: object = {}) =>
      (await callMethod(slack, method, { ...values })).body;
    const refused = (needed: string) => ({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: 'chat:write,groups:read',
    });
    expect(await call('chat.postMessage', { channel: general, text: 'a' })).toMatchObject({
      ok: true,
    });
    expect(await call('users.list')).toEqual(refused('users:read'));
    const history = { channel: general };
    expect(await call('conversations.history', history)).toEqual(refused('channels:history'));
    expect(await call('conversations.info', { channel: 'C0LEADS0000' })).toMatchObject({
      ok: true,
    });
    const types = 'public_channel,private_channel';
    expect(await call('conversations.list', { types })).toEqual(refused('channels:read'));
    expect(await call('auth.test')).toMatchObject({ ok: true });
  });

  it('tells the app its scopes with every answer', async () => {
    const slack = await start({ manifest: manifest() });
    const response = await fetch(`${slack.url}auth.test`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${slack.botToken}` },
    });
    expect(response.headers.get('x-oauth-scopes')).toBe('chat:write,groups:read');
  });

  it('names a scope for every method but those that need none', async () => {
    const slack = await start({ manifest: manifest({ bot: [] }) });
    const free = new Set(['auth.test', 'apps.connections.open', 'chat.getPermalink']);
    const values = { channel: 'C0GENERAL00' };
    for (const method of [...methods.keys()].filter((name) => !name.startsWith('views.'))) {
      const { body } = await callMethod(slack, method, values);
      expect([method, body.error === 'missing_scope']).toEqual([method, !free.has(method)]);
    }
  });

  it('keeps people’s addresses from apps that may not read them', async () => {
    const email = async (bot: string[]) => {
      const slack = await start({ manifest: manifest({ bot }) });
      const { body } = await callMethod(slack, 'users.info', { user: slack.actAs('tom').userId });
      return (body.user as { profile: { email?: string } }).profile.email;
    };
    expect(await email(['users:read'])).toBeUndefined();
    expect(await email(['users:read', 'users:read.email'])).toBe('tom@partnership.example');
  });

  it('decides which events are sent', async () => {
    const slack = await start({ manifest: manifest({ events: ['message.im', 'app_mention'] }) });
    await slack.actAs('amira').post('#general', 'hello');
    expect(eventTypes(slack)).toEqual([]);
    await slack.actAs('amira').mention('#general', 'hello');
    await slack.actAs('amira').directMessage('hello');
    expect(eventTypes(slack)).toEqual(['app_mention', 'message']);
  });
});

describe('what a manifest does not offer', () => {
  it('are commands and shortcuts it does not name', async () => {
    const slack = await start({ manifest: manifest() });
    const app = await connectSocketApp(slack, { acknowledges: true });
    const amira = slack.actAs('amira');
    const { ts } = await amira.post('#general', 'hello');
    expect((await amira.slash('/ask', 'a', '#general')).acknowledged).toBe(true);
    expect((await amira.messageShortcut('ask', '#general', ts)).acknowledged).toBe(true);
    await expect(amira.slash('/sing', '', '#general')).rejects.toMatchObject({
      code: 'playground-command-unknown',
    });
    await expect(amira.globalShortcut('ask')).rejects.toMatchObject({
      code: 'playground-shortcut-unknown',
    });
    await app.close();
  });

  it('is a Home tab that is not switched on', async () => {
    const slack = await start({ manifest: manifest() });
    const amira = slack.actAs('amira');
    await expect(amira.openHome()).rejects.toMatchObject({ code: 'playground-no-home-tab' });
    const view = { type: 'home', blocks: [{ type: 'divider' }] };
    const published = await callMethod(slack, 'views.publish', { user_id: amira.userId, view });
    expect(published.body.error).toBe('not_enabled');
  });

  it('is Stop, for apps that would not hear of it', async () => {
    const slack = await start({ manifest: manifest() });
    const { ts, channel } = await slack.actAs('amira').directMessage('hello');
    await expect(slack.actAs('amira').stopAnswer(channel, ts)).rejects.toMatchObject({
      code: 'playground-no-stop',
    });
  });
});
