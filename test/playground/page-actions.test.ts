import { describe, expect, it } from 'vitest';
import { callMethod } from './support/call-method.ts';
import { modal, openModal, plain } from './support/modals.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';
import { visitPage } from './support/visit-page.ts';

const start = useLocalSlack();
const channel = 'C0GENERAL00';

async function open() {
  const slack = await start();
  const visitor = await visitPage(slack);
  const app = await connectSocketApp(slack, { acknowledges: true });
  return { slack, visitor, app, amira: slack.actAs('amira') };
}

const button = (value: string) => ({
  type: 'actions',
  block_id: `block-${value}`,
  elements: [{ type: 'button', action_id: 'show', text: plain('Show'), value }],
});

describe('what a person does on the page', () => {
  it('is writing, changing, deleting and reacting', async () => {
    const { slack, visitor } = await open();
    const posted = await visitor.act('amira', {
      type: 'post',
      channel,
      text: 'hello @tom',
      thread: null,
    });
    const ts = posted.ok ? (posted.ts ?? '') : '';
    const reply = { type: 'post', channel, text: 'more', thread: ts };
    expect(await visitor.act('tom', reply)).toMatchObject({ ok: true });
    await visitor.act('amira', { type: 'edit', channel, ts, text: 'changed' });
    await visitor.act('tom', { type: 'react', channel, ts, name: 'eyes' });
    await visitor.act('tom', { type: 'mark-read', channel, ts });
    const [root, second] = slack.thread('#general', ts);
    expect(root).toMatchObject({ text: 'changed', reactions: [{ name: 'eyes' }] });
    expect(second).toMatchObject({ text: 'more', threadTs: ts });
    expect(slack.actAs('tom').lastRead('#general')).toBe(ts);
    await visitor.act('tom', { type: 'unreact', channel, ts, name: 'eyes' });
    await visitor.act('tom', { type: 'delete', channel, ts: second?.ts });
    expect(slack.thread('#general', ts)).toMatchObject([{ reactions: [] }]);
  });

  it('is joining a channel, for those who may', async () => {
    const { visitor } = await open();
    const join = { type: 'join', channel: 'C0WITHNEIGH' };
    expect(await visitor.act('george', join)).toMatchObject({ ok: false });
    expect(await visitor.act('amira', join)).toEqual({ ok: true });
    const { conversations } = await visitor.state('amira');
    expect(conversations.find(({ id }) => id === join.channel)?.isMember).toBe(true);
  });

  it('is pressing the button of one block among several alike', async () => {
    const { slack, visitor, app } = await open();
    const blocks = [button('one'), button('two')];
    const { body } = await callMethod(slack, 'chat.postMessage', { channel, text: 'x', blocks });
    const result = await visitor.act('tom', {
      type: 'act',
      where: { kind: 'message', channel, ts: body.ts },
      actionId: 'show',
      blockId: 'block-two',
      entry: null,
    });
    expect(result).toEqual({ ok: true, acknowledged: true });
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      actions: [{ value: 'two', block_id: 'block-two' }],
    });
  });

  it('is filling in a modal, and closing it', async () => {
    const { slack, visitor, app, amira } = await open();
    const viewId = await openModal(slack, app, modal({ notify_on_close: true }));
    const submit = { type: 'submit-view', viewId, entries: { name: '' } };
    const refused = await visitor.act('amira', submit);
    expect(refused).toMatchObject({
      ok: true,
      errors: { name: expect.stringMatching(/complete/) },
    });
    expect(await visitor.act('tom', submit)).toMatchObject({ ok: false });
    const sent = await visitor.act('amira', { ...submit, entries: { name: 'Ada' } });
    expect(sent).toEqual({ ok: true, acknowledged: true, errors: {} });
    expect(amira.modal).toBeNull();
    const other = await openModal(slack, app, modal({ notify_on_close: true }));
    await visitor.act('amira', { type: 'close-view', viewId: other, all: true });
    expect(app.received.at(-1)?.payload.type).toBe('view_closed');
    expect(await visitor.act('amira', submit)).toEqual({
      ok: false,
      error: 'This dialogue is no longer open.',
    });
  });

  it('is choosing in a modal and on the App Home', async () => {
    const { slack, visitor, app, amira } = await open();
    const viewId = await openModal(slack, app, modal({ blocks: [button('modal')] }));
    const home = { type: 'home', blocks: [button('home')] };
    await callMethod(slack, 'views.publish', { user_id: amira.userId, view: home });
    const press = (id: string | undefined, value: string) =>
      visitor.act('amira', {
        type: 'act',
        where: { kind: 'view', viewId: id },
        actionId: 'show',
        blockId: `block-${value}`,
        entry: null,
      });
    for (const [id, value] of [[viewId, 'modal'] as const, [amira.home?.id, 'home'] as const]) {
      expect(await press(id, value)).toEqual({ ok: true, acknowledged: true });
      expect(app.received.at(-1)?.payload).toMatchObject({ actions: [{ value }] });
    }
    expect(await press('V000', 'modal')).toMatchObject({ ok: false });
  });

  it('is typing into a menu that the app fills', async () => {
    const { slack, visitor, app } = await open();
    const element = { type: 'external_select', action_id: 'paper', placeholder: plain('Paper') };
    const input = { type: 'input', block_id: 'paper', label: plain('Paper'), element };
    const viewId = await openModal(slack, app, modal({ blocks: [input] }));
    await app.close();
    const answering = await connectSocketApp(slack);
    const asked = visitor.act('amira', {
      type: 'suggest',
      where: { kind: 'view', viewId },
      actionId: 'paper',
      typed: 'val',
    });
    const [envelope] = await answering.receive(1);
    if (envelope === undefined) throw new Error('the app was not asked');
    expect(envelope.payload).toMatchObject({ type: 'block_suggestion', value: 'val' });
    answering.acknowledge(envelope, { options: [{ text: plain('Values'), value: 'v' }] });
    const options = [{ value: 'v', text: 'Values', description: '' }];
    expect(await asked).toEqual({ ok: true, options });
    await answering.close();
  });

  it('is giving commands and choosing shortcuts', async () => {
    const { visitor, app, amira } = await open();
    const { ts } = await amira.post('#general', 'hello');
    const slash = { type: 'slash', command: '/ask', text: 'why?', channel, thread: null };
    const acts = [
      [slash, { command: '/ask', text: 'why?' }],
      [{ type: 'message-shortcut', callbackId: 'a', channel, ts }, { callback_id: 'a' }],
      [{ type: 'global-shortcut', callbackId: 'b' }, { callback_id: 'b' }],
    ] as const;
    for (const [action, payload] of acts) {
      expect(await visitor.act('amira', action)).toEqual({ ok: true, acknowledged: true });
      expect(app.received.at(-1)?.payload).toMatchObject(payload);
    }
    const inThread = await visitor.act('amira', { ...slash, thread: ts });
    expect(inThread).toEqual({ ok: false, error: expect.stringContaining('threads') });
  });

  it('is opening the app, looking at a channel and pressing Stop', async () => {
    const { slack, visitor, amira } = await open();
    const { ts } = await amira.directMessage('why?');
    const thread = { channel: amira.directMessageChannel, thread: ts };
    for (const action of [
      { type: 'open-home' },
      { type: 'open-agent' },
      { type: 'look-at', channel },
      { type: 'stop', ...thread },
    ]) {
      expect(await visitor.act('amira', action)).toEqual({ ok: true });
    }
    expect(slack.workspace.events.slice(1).map(({ type }) => type)).toEqual([
      'app_home_opened',
      'app_home_opened',
      'app_context_changed',
      'agent_session_stopped',
    ]);
  });

  it('is running the local Slack: its clock, its faults, its beginning', async () => {
    const { slack, visitor, amira } = await open();
    await amira.post('#general', 'hello');
    await visitor.act('amira', { type: 'advance-clock', milliseconds: 60_000 });
    await visitor.act('amira', { type: 'start-fault', kind: 'slow-answers', left: null });
    expect(await visitor.state('amira')).toMatchObject({
      clock: { offset: 60_000 },
      faults: [{ kind: 'slow-answers', left: null }],
    });
    await visitor.act('amira', { type: 'end-faults' });
    expect((await visitor.state('amira')).faults).toEqual([]);
    await visitor.act('amira', { type: 'reset' });
    expect(slack.messages('#general')).toEqual([]);
  });
});
