import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { modal, openModal } from './support/modals.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';
import { visitPage } from './support/visit-page.ts';

const start = useLocalSlack();

async function open() {
  const slack = await start();
  return { slack, visitor: await visitPage(slack) };
}

const shown = (message: Message): string => `${message.text} ${JSON.stringify(message.blocks)}`;

describe('the changes that a page follows', () => {
  it('come at once, numbered as the state is', async () => {
    const { slack, visitor } = await open();
    const before = (await visitor.state('tom')).revision;
    const followed = await visitor.follow('tom', before);
    const { ts } = await slack.actAs('amira').post('#general', 'hello');
    expect((await followed.until('message')).message).toMatchObject({ ts, text: 'hello' });
    const { revision } = await visitor.state('tom');
    expect(followed.changes.at(-1)?.revision).toBe(revision);
    expect(revision).toBeGreaterThan(before);
  });

  it('are only what the person sees', async () => {
    const { slack, visitor } = await open();
    const [tom, leo] = [await visitor.follow('tom'), await visitor.follow('leo')];
    await slack.actAs('leo').post('#leads', 'private');
    await slack.actAs('amira').directMessage('direct');
    await callMethod(slack, 'chat.postEphemeral', {
      channel: 'C0GENERAL00',
      user: slack.actAs('leo').userId,
      text: 'alone',
    });
    await slack.actAs('amira').post('#general', 'for all');
    for (const followed of [tom, leo]) {
      await followed.until('message', ({ message }) => message.text === 'for all');
    }
    const texts = ({ changes }: typeof tom) =>
      changes.flatMap(({ change }) => ('message' in change ? (change.message?.text ?? []) : []));
    expect(texts(tom)).toEqual(['for all']);
    expect(texts(leo)).toEqual(['private', 'alone', 'for all']);
  });

  it('begin with a reload when something was missed, and with nothing otherwise', async () => {
    const { slack, visitor } = await open();
    const { revision } = await visitor.state('tom');
    const current = await visitor.follow('tom', revision);
    await slack.actAs('amira').post('#general', 'one');
    await current.until('message');
    expect(current.changes[0]?.change.type).toBe('message');
    const late = await visitor.follow('tom', revision);
    await late.until('reload');
    expect(late.changes[0]?.change.type).toBe('reload');
  });

  it('show a streamed message as it grows, and when it is finished', async () => {
    const { slack, visitor } = await open();
    const amira = slack.actAs('amira');
    const question = await amira.directMessage('why?');
    const channel = amira.directMessageChannel;
    const followed = await visitor.follow('amira');
    const { body } = await callMethod(slack, 'chat.startStream', {
      channel,
      thread_ts: question.ts,
      recipient_user_id: amira.userId,
      recipient_team_id: slack.workspace.team.id,
    });
    const append = (text: string) =>
      callMethod(slack, 'chat.appendStream', { channel, ts: body.ts, markdown_text: text });
    await append('One claim.');
    const growing = await followed.until('message', ({ message }) => /One/.test(shown(message)));
    expect(growing.message.stream?.state).toBe('in_progress');
    await append(' Another.');
    await callMethod(slack, 'chat.stopStream', { channel, ts: body.ts });
    const { message } = await followed.until(
      'message',
      (change) => change.message.stream?.state === 'completed',
    );
    expect(shown(message)).toContain('One claim. Another.');
  });

  it('tell of deletions, tombstones, reactions and read marks', async () => {
    const { slack, visitor } = await open();
    const [amira, tom] = [slack.actAs('amira'), slack.actAs('tom')];
    const root = await amira.post('#general', 'root');
    await tom.post('#general', 'reply', { threadTs: root.ts });
    const other = await amira.post('#general', 'other');
    const followed = await visitor.follow('tom');
    await amira.react('#general', other.ts, 'eyes');
    await followed.until('message', ({ message }) => message.reactions[0]?.name === 'eyes');
    await amira.delete('#general', other.ts);
    expect(await followed.until('message-deleted')).toMatchObject({ ts: other.ts, message: null });
    await amira.delete('#general', root.ts);
    await followed.until(
      'message-deleted',
      ({ ts, message }) => ts === root.ts && message?.subtype === 'tombstone',
    );
    await tom.markRead('#general', root.ts);
    const { conversation } = await followed.until('conversation');
    expect(conversation).toMatchObject({ name: 'general', lastRead: root.ts });
    expect(conversation).not.toHaveProperty('messages');
  });

  it('tell of modals, of statuses and of their end', async () => {
    const { slack, visitor } = await open();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const amira = slack.actAs('amira');
    const { ts } = await amira.directMessage('why?');
    const followed = await visitor.follow('amira');
    const id = await openModal(slack, app, modal());
    expect((await followed.until('views')).modals).toMatchObject([{ id }]);
    await amira.closeView();
    await followed.until('views', ({ modals }) => modals.length === 0);
    await callMethod(slack, 'assistant.threads.setStatus', {
      channel_id: amira.directMessageChannel,
      thread_ts: ts,
      status: 'is searching',
    });
    await followed.until('agent-thread', ({ thread }) => thread.status === 'is searching');
    slack.clock.advance(121_000);
    await followed.until('agent-thread', ({ thread }) => thread.status === '');
    expect((await followed.until('clock')).clock.offset).toBe(121_000);
    await app.close();
    await followed.until('app', (change) => !change.app.connected);
  });

  it('end modals when the page is loaded anew, and no other page shows them', async () => {
    const { slack, visitor } = await open();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const id = await openModal(slack, app, modal({ notify_on_close: true }));
    const load = () =>
      visitor.send('GET', '/page/state?person=amira&loaded=now', { cookie: visitor.cookie });
    const modals = async () => (await visitor.state('amira')).modals;
    // As after an interruption: whoever was filling in a form goes on.
    expect(await modals()).toMatchObject([{ id }]);
    const other = await visitor.follow('amira');
    await load();
    expect(await modals()).toMatchObject([{ id }]);
    other.close();
    await expect.poll(async () => JSON.parse((await load()).body).modals).toEqual([]);
    expect(slack.actAs('amira').modal).toBeNull();
    expect(app.received.map(({ payload }) => payload?.type)).not.toContain('view_closed');
    await app.close();
  });

  it('tell of faults, and ask for everything anew after a reset', async () => {
    const { slack, visitor } = await open();
    const followed = await visitor.follow('amira');
    slack.faults.start('rate-limit', { left: 2 });
    expect((await followed.until('faults')).faults).toEqual([{ kind: 'rate-limit', left: 2 }]);
    slack.reset();
    await followed.until('reload');
  });

  it('ask those who join or leave a channel to read it', async () => {
    const { slack, visitor } = await open();
    const followed = await visitor.follow('tom');
    slack.administer.invite('#patient-voice', 'tom', 'sofia');
    await followed.until('reload');
  });

  it('end with the local Slack', async () => {
    const { slack, visitor } = await open();
    await visitor.follow('amira');
    await slack.close();
    await expect(visitor.state('amira')).rejects.toThrow();
  });
});
