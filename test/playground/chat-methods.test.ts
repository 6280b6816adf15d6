import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const general = 'C0GENERAL00';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

async function post(slack: LocalSlack, values: Record<string, unknown> = {}): Promise<string> {
  const all = { channel: general, text: 'hello', ...values };
  const { body } = await callMethod(slack, 'chat.postMessage', all);
  expect(body).toMatchObject({ ok: true });
  return String(body.ts);
}

describe('chat.postMessage', () => {
  it('posts, with the ids and defaults that Slack adds to blocks', async () => {
    const slack = await start();
    const ts = await post(slack, { blocks: [section('*hi*')] });
    const [message] = slack.messages('#general');
    expect(message).toMatchObject({ ts, text: 'hello', isFromApp: true, user: 'U0CONCORD01' });
    expect(message?.blocks).toEqual([
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*hi*' },
        block_id: expect.any(String),
      },
    ]);
  });

  it('finds channels by name, and people by id for a direct message', async () => {
    const slack = await start();
    const named = await callMethod(slack, 'chat.postMessage', { channel: '#general', text: 'a' });
    expect(named.body.channel).toBe(general);
    const { id } = slack.actAs('tom').person;
    const direct = await callMethod(slack, 'chat.postMessage', { channel: id, text: 'b' });
    expect(direct.body.channel).toBe(slack.actAs('tom').directMessageChannel);
  });

  it.each([
    ['channel_not_found', { channel: 'C0NOWHERE00', text: 'a' }],
    ['channel_not_found', { channel: '__proto__', text: 'a' }],
    ['not_in_channel', { channel: 'C0COFFEE000', text: 'a' }],
    ['is_archived', { channel: 'C0LAUNCH202', text: 'a' }],
    ['no_text', { channel: general }],
    ['no_text', { channel: general, text: '  ' }],
    ['no_text', { channel: general, text: '', blocks: [] }],
    ['thread_not_found', { channel: general, text: 'a', thread_ts: '1700000000.000100' }],
    ['markdown_text_conflict', { channel: general, text: 'a', markdown_text: 'b' }],
    ['msg_too_long', { channel: general, markdown_text: 'b'.repeat(12_001) }],
    ['invalid_blocks_format', { channel: general, text: 'a', blocks: '{not json' }],
    ['invalid_blocks_format', { channel: general, text: 'a', blocks: { type: 'divider' } }],
    ['invalid_blocks', { channel: general, text: 'a', blocks: [{ type: 'header' }] }],
    ['invalid_metadata_format', { channel: general, text: 'a', metadata: 'x' }],
    ['invalid_metadata_schema', { channel: general, text: 'a', metadata: { event_type: 'x' } }],
    [
      'metadata_too_large',
      {
        channel: general,
        text: 'a',
        metadata: { event_type: 'x', event_payload: { a: 'b'.repeat(16_000) } },
      },
    ],
    ['invalid_attachments', { channel: general, attachments: 'x' }],
    ['too_many_attachments', { channel: general, attachments: Array(101).fill({ text: 'a' }) }],
  ])('answers %s to %o', async (error, values) => {
    const slack = await start();
    const { body } = await callMethod(slack, 'chat.postMessage', values);
    expect(body).toMatchObject({ ok: false, error });
    expect(slack.messages('#general')).toEqual([]);
  });

  it('points at what is wrong in blocks', async () => {
    const slack = await start();
    const blocks = [section('fine'), section('x'.repeat(3001))];
    const { body } = await callMethod(slack, 'chat.postMessage', { channel: general, blocks });
    expect(body).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      },
    });
  });

  it('cuts a text off at 40,000 characters', async () => {
    const slack = await start();
    await post(slack, { text: 'x'.repeat(40_001) });
    expect(slack.messages('#general')[0]?.text).toHaveLength(40_000);
  });

  it('puts a reply to a reply into the same thread', async () => {
    const slack = await start();
    const root = await post(slack);
    const reply = await post(slack, { thread_ts: root });
    await post(slack, { thread_ts: reply });
    expect(slack.thread('#general', root)).toHaveLength(3);
  });
});

describe('chat.update', () => {
  it('lets text alone replace blocks, and blocks alone keep the text', async () => {
    const slack = await start();
    const ts = await post(slack, { text: 'one', blocks: [section('one')] });
    const blocks = [section('two')];
    await callMethod(slack, 'chat.update', { channel: general, ts, blocks });
    expect(slack.messages('#general')[0]).toMatchObject({ text: 'one', edited: null });
    expect(slack.messages('#general')[0]?.blocks).toMatchObject([{ text: { text: 'two' } }]);
    await callMethod(slack, 'chat.update', { channel: general, ts, text: 'three' });
    expect(slack.messages('#general')[0]).toMatchObject({
      text: 'three',
      blocks: [],
      edited: { user: 'U0CONCORD01' },
    });
  });

  it('keeps metadata unless other metadata or an empty object is given', async () => {
    const slack = await start();
    const metadata = { event_type: 'answer', event_payload: { id: '7' } };
    const ts = await post(slack, { metadata });
    await callMethod(slack, 'chat.update', { channel: general, ts, text: 'b' });
    expect(slack.messages('#general')[0]?.metadata).toEqual(metadata);
    await callMethod(slack, 'chat.update', { channel: general, ts, text: 'c', metadata: {} });
    expect(slack.messages('#general')[0]?.metadata).toBeNull();
  });

  it('changes only what the app has said, and only while the channel is open', async () => {
    const slack = await start();
    const { ts: theirs } = await slack.actAs('tom').post('#general', 'mine');
    const ours = await post(slack);
    const update = async (values: Record<string, unknown>) =>
      (await callMethod(slack, 'chat.update', { channel: general, text: 'x', ...values })).body;
    expect(await update({ ts: theirs })).toMatchObject({ error: 'cant_update_message' });
    expect(await update({ ts: '1.000001' })).toMatchObject({ error: 'message_not_found' });
    expect(await update({ ts: ours, text: 'x'.repeat(4001) })).toMatchObject({
      error: 'msg_too_long',
    });
    slack.administer.archive('#general', 'sofia');
    expect(await update({ ts: ours })).toMatchObject({ error: 'is_inactive' });
  });
});

describe('chat.delete', () => {
  it('removes a message, and leaves a tombstone where a thread hangs on it', async () => {
    const slack = await start();
    const root = await post(slack);
    const reply = await post(slack, { thread_ts: root });
    await callMethod(slack, 'chat.delete', { channel: general, ts: root });
    expect(slack.thread('#general', root)[0]).toMatchObject({ subtype: 'tombstone' });
    await callMethod(slack, 'chat.delete', { channel: general, ts: reply });
    expect(slack.thread('#general', root)).toHaveLength(1);
  });

  it('refuses what is not the app’s', async () => {
    const slack = await start();
    const { ts } = await slack.actAs('tom').post('#general', 'mine');
    const { body } = await callMethod(slack, 'chat.delete', { channel: general, ts });
    expect(body.error).toBe('cant_delete_message');
  });
});

describe('chat.postEphemeral', () => {
  it('shows a message to one person and keeps it out of the history', async () => {
    const slack = await start();
    const user = slack.actAs('tom').userId;
    const values = { channel: general, user, text: 'only you' };
    const { body } = await callMethod(slack, 'chat.postEphemeral', values);
    expect(body).toEqual({ ok: true, message_ts: expect.any(String) });
    expect(slack.messages('#general')).toEqual([]);
    expect(slack.ephemeralMessages('#general', 'tom')).toMatchObject([{ text: 'only you' }]);
    expect(slack.ephemeralMessages('#general', 'leo')).toEqual([]);
  });

  it('refuses people who are not there', async () => {
    const slack = await start();
    const user = slack.actAs('viktor').userId;
    const values = { channel: general, user, text: 'a' };
    const { body } = await callMethod(slack, 'chat.postEphemeral', values);
    expect(body.error).toBe('user_not_in_channel');
  });
});

it('gives the address of a message, and of a reply with its thread', async () => {
  const slack = await start();
  const root = await post(slack);
  const reply = await post(slack, { thread_ts: root });
  const link = async (message_ts: string) =>
    (await callMethod(slack, 'chat.getPermalink', { channel: general, message_ts })).body;
  expect(await link(root)).toMatchObject({
    permalink: `https://partnership.slack.com/archives/${general}/p${root.replace('.', '')}`,
  });
  expect((await link(reply)).permalink).toContain(`?thread_ts=${root}&cid=${general}`);
  expect(await link('1.000001')).toMatchObject({ error: 'message_not_found' });
});

it('adds a reaction once and takes it back once', async () => {
  const slack = await start();
  const timestamp = await post(slack);
  const react = async (method: string, name = 'eyes') =>
    (await callMethod(slack, method, { channel: general, timestamp, name })).body;
  expect((await react('reactions.add')).ok).toBe(true);
  expect((await react('reactions.add')).error).toBe('already_reacted');
  expect((await react('reactions.add', 'not an emoji')).error).toBe('invalid_name');
  expect(slack.messages('#general')[0]?.reactions).toEqual([
    { name: 'eyes', userIds: ['U0CONCORD01'] },
  ]);
  expect((await react('reactions.remove')).ok).toBe(true);
  expect((await react('reactions.remove')).error).toBe('no_reaction');
});
