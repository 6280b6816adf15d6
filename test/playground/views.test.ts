import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { modal, nameInput, openModal, plain, trigger } from './support/modals.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

describe('opening a modal', () => {
  it('exchanges a trigger once, within three seconds', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const app = await connectSocketApp(slack, { acknowledges: true });
    const call = async (trigger_id: string) =>
      (await callMethod(slack, 'views.open', { trigger_id, view: modal() })).body;
    const first = await trigger(slack, app);
    expect(await call(first)).toMatchObject({ ok: true });
    expect(await call(first)).toMatchObject({ error: 'exchanged_trigger_id' });
    const late = await trigger(slack, app);
    clock.advance(3_001);
    expect(await call(late)).toMatchObject({ error: 'expired_trigger_id' });
    expect(await call('123.456.made')).toMatchObject({ error: 'invalid_trigger_id' });
    await app.close();
  });

  it.each([
    ['no title', { title: undefined }, 'title'],
    ['a title over 24', { title: plain('x'.repeat(25)) }, 'title/text'],
    ['metadata over 3000', { private_metadata: 'x'.repeat(3001) }, 'private_metadata'],
    ['inputs without submit', { submit: undefined }, 'submit'],
    ['a home', { type: 'home', title: undefined, submit: undefined }, 'type'],
    ['unknown blocks', { blocks: [{ type: 'marquee' }] }, 'blocks/0/type'],
  ])('refuses %s', async (_, more, pointer) => {
    const slack = await start();
    const values = { trigger_id: '1.2.a', view: modal(more) };
    const { body } = await callMethod(slack, 'views.open', values);
    expect(body.error).toBe('invalid_arguments');
    expect(JSON.stringify(body.response_metadata)).toContain(`[json-pointer:/view/${pointer}]`);
  });

  it('stacks up to three and no more', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const push = async () =>
      (
        await callMethod(slack, 'views.push', {
          trigger_id: await trigger(slack, app),
          view: modal(),
        })
      ).body;
    expect(await push()).toMatchObject({ error: 'not_found' });
    const root = await openModal(slack, app);
    expect(await push()).toMatchObject({ view: { root_view_id: root, previous_view_id: root } });
    expect(await push()).toMatchObject({ ok: true });
    expect(await push()).toMatchObject({ error: 'push_limit_reached' });
    await slack.actAs('amira').closeView();
    await slack.actAs('amira').closeView();
    expect(slack.actAs('amira').modal?.id).toBe(root);
    await app.close();
  });

  it('takes the place of the one that was open', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const first = await openModal(slack, app);
    const second = await openModal(slack, app);
    expect(slack.actAs('amira').modal?.id).toBe(second);
    const update = { view_id: first, view: modal() };
    expect((await callMethod(slack, 'views.update', update)).body.error).toBe('not_found');
    await app.close();
  });

  it('updates by id or external id, and not over a newer version', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const id = await openModal(slack, app, modal({ external_id: 'form' }));
    const hash = slack.actAs('amira').modal?.hash;
    const update = async (values: object) =>
      (await callMethod(slack, 'views.update', { view: modal({ title: plain('B') }), ...values }))
        .body;
    expect(await update({ external_id: 'form', hash })).toMatchObject({ view: { id } });
    expect(await update({ view_id: id, hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await update({ view_id: 'V0' })).toMatchObject({ error: 'not_found' });
    expect(await update({})).toMatchObject({ error: 'invalid_arguments' });
    await app.close();
  });
});

it('tells the app of a closed modal only when it asked to be told', async () => {
  const slack = await start();
  const app = await connectSocketApp(slack, { acknowledges: true });
  const closed = () => app.received.filter(({ payload }) => payload?.type === 'view_closed');
  await openModal(slack, app);
  await slack.actAs('amira').closeView();
  expect(closed()).toEqual([]);
  await openModal(slack, app, modal({ notify_on_close: true }));
  await slack.actAs('amira').closeView({ all: true });
  expect(closed()).toMatchObject([{ payload: { is_cleared: true } }]);
  await app.close();
});

it('asks the app for the options of a type-ahead menu', async () => {
  const slack = await start();
  const app = await connectSocketApp(slack, { acknowledges: true });
  const element = { type: 'external_select', action_id: 'paper', min_query_length: 2 };
  await openModal(slack, app, modal({ blocks: [nameInput({ block_id: 'p', element })] }));
  await app.close();
  const answering = await connectSocketApp(slack);
  expect(await slack.actAs('amira').suggest('paper', 'c')).toEqual([]);
  const suggested = slack.actAs('amira').suggest('paper', 'car');
  const [envelope] = await answering.receive(1);
  expect(envelope?.payload).toMatchObject({ type: 'block_suggestion', value: 'car' });
  const options = [{ text: plain('Care'), value: '1' }];
  if (envelope !== undefined) answering.acknowledge(envelope, { options });
  expect(await suggested).toEqual(options);
  await answering.close();
  await expect(slack.actAs('amira').suggest('paper', 'care')).rejects.toMatchObject({
    code: 'playground-options-unanswered',
  });
});

it('publishes and replaces the App Home tab', async () => {
  const slack = await start();
  const { userId } = slack.actAs('amira');
  const publish = async (text: string, more: object = {}) =>
    (
      await callMethod(slack, 'views.publish', {
        user_id: userId,
        view: { type: 'home', blocks: [{ type: 'header', text: plain(text) }] },
        ...more,
      })
    ).body;
  const first = await publish('one');
  expect(await publish('two')).toMatchObject({ ok: true });
  expect(slack.actAs('amira').home?.blocks).toMatchObject([{ text: { text: 'two' } }]);
  const { hash } = first.view as { hash: string };
  expect(await publish('three', { hash })).toMatchObject({ error: 'hash_conflict' });
  expect(await publish('x', { user_id: 'U0NOBODY000' })).toMatchObject({ error: 'user_not_found' });
});
