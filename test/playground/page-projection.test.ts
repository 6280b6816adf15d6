import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { modal, openModal } from './support/modals.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';
import { visitPage } from './support/visit-page.ts';

const start = useLocalSlack();

const membersOf = (slack: LocalSlack) =>
  Object.values(slack.workspace.people).filter((person) => !person.isBot);
const secretOf = (...parts: string[]): string => `secret-${parts.join('-')}`;

/** Puts a word that can be recognised wherever something is shown to some people alone. */
async function fill(slack: LocalSlack): Promise<void> {
  const { conversations } = slack.workspace;
  for (const { id, name, isArchived, memberIds } of Object.values(conversations)) {
    const author = membersOf(slack).find((person) => memberIds.includes(person.id));
    if (isArchived || author === undefined) continue;
    await slack.actAs(author.id).post(id, secretOf('in', name));
  }
  for (const person of membersOf(slack)) {
    const actor = slack.actAs(person.id);
    await actor.directMessage(secretOf('direct', person.name));
    const channel = actor.directMessageChannel;
    const { ts } = await actor.directMessage('status');
    await callMethod(slack, 'assistant.threads.setStatus', {
      channel_id: channel,
      thread_ts: ts,
      status: secretOf('status', person.name),
    });
    await callMethod(slack, 'views.publish', {
      user_id: person.id,
      view: {
        type: 'home',
        private_metadata: 'hidden-of-the-app',
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: secretOf('home', person.name) } },
        ],
      },
    });
  }
  for (const name of ['amira', 'leo', 'sofia']) {
    await callMethod(slack, 'chat.postEphemeral', {
      channel: 'C0GENERAL00',
      user: slack.actAs(name).userId,
      text: secretOf('ephemeral', name),
    });
  }
  await callMethod(slack, 'chat.postMessage', {
    channel: 'C0GENERAL00',
    text: 'with metadata',
    metadata: { event_type: 'hidden-of-the-app', event_payload: { id: 'hidden-of-the-app' } },
  });
}

/** What a person must see of all that, by the rules of Slack. */
function visibleTo(slack: LocalSlack, name: string): string[] {
  const { userId } = slack.actAs(name);
  const channels = Object.values(slack.workspace.conversations)
    .filter(({ kind, memberIds }) => kind !== 'direct' && memberIds.includes(userId))
    .filter(({ isArchived }) => !isArchived)
    .map((channel) => secretOf('in', channel.name));
  const own = ['direct', 'status', 'home'].map((kind) => secretOf(kind, name));
  const alone = ['amira', 'leo', 'sofia'].includes(name) ? [secretOf('ephemeral', name)] : [];
  return [...channels, ...own, ...alone].sort();
}

const seenIn = (value: unknown): string[] =>
  [...new Set(JSON.stringify(value).match(/secret-[a-z0-9-]+/g))].sort();

describe('the state of a page', () => {
  it('holds what its person can see, all of it and nothing else', async () => {
    const slack = await start();
    await fill(slack);
    const visitor = await visitPage(slack);
    for (const { name } of membersOf(slack)) {
      const state = await visitor.state(name);
      expect(seenIn(state), name).toEqual(visibleTo(slack, name));
      expect(JSON.stringify(state)).not.toContain('hidden-of-the-app');
    }
  });

  it('lists channels that can be joined by those who may, without their messages', async () => {
    const slack = await start();
    await slack.actAs('viktor').post('#with-neighbours', 'hello');
    const visitor = await visitPage(slack);
    const joinable = async (name: string) =>
      (await visitor.state(name)).conversations.filter(({ isMember }) => !isMember);
    expect((await joinable('amira')).map(({ name }) => name)).toEqual(['with-neighbours']);
    expect((await joinable('amira'))[0]?.messages).toEqual([]);
    for (const outsider of ['george', 'una', 'viktor', 'ines']) {
      expect(await joinable(outsider)).toEqual([]);
    }
  });

  it('always has the conversation with the app', async () => {
    const visitor = await visitPage(await start());
    const { conversations } = await visitor.state('ines');
    expect(conversations.map(({ kind }) => kind)).toEqual(['direct']);
  });

  it('has the open modals of its person, and of nobody else', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const id = await openModal(slack, app, modal({ private_metadata: 'hidden-of-the-app' }));
    const visitor = await visitPage(slack);
    expect((await visitor.state('amira')).modals).toMatchObject([{ id, privateMetadata: '' }]);
    expect((await visitor.state('tom')).modals).toEqual([]);
    await app.close();
  });

  it('says whether the app is connected, and what its manifest offers', async () => {
    const features = {
      agent_view: { agent_description: 'Answers' },
      slash_commands: [{ command: '/ask', description: 'Ask', usage_hint: '[question]' }],
    };
    const manifest = { display_information: { name: 'Concord' }, features };
    const slack = await start({ manifest });
    const visitor = await visitPage(slack);
    expect((await visitor.state('amira')).app).toEqual({
      name: 'Concord',
      botUserId: slack.workspace.app.botUserId,
      description: 'Answers',
      commands: [{ command: '/ask', description: 'Ask', usageHint: '[question]' }],
      shortcuts: [],
      connected: false,
    });
    const app = await connectSocketApp(slack);
    expect((await visitor.state('amira')).app.connected).toBe(true);
    await app.close();
  });

  it('begins with the first person, and refuses those who cannot sign in', async () => {
    const slack = await start();
    slack.administer.changePerson('tom', { deleted: true });
    const visitor = await visitPage(slack);
    expect((await visitor.state('')).me).toBe(slack.actAs('amira').userId);
    for (const person of ['tom', 'concord', 'nobody', '__proto__']) {
      const answer = await visitor.send('GET', `/page/state?person=${person}`, {
        cookie: visitor.cookie,
      });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false });
    }
  });
});
