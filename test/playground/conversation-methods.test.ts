import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const general = 'C0GENERAL00';

interface Listed {
  ts: string;
  text: string;
  metadata?: unknown;
}

const cursorOf = (body: Record<string, unknown>): string =>
  (body.response_metadata as { next_cursor?: string } | undefined)?.next_cursor ?? '';

async function pages(
  slack: LocalSlack,
  method: string,
  values: Record<string, unknown>,
): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  let cursor = '';
  do {
    const { body } = await callMethod(slack, method, { ...values, ...(cursor && { cursor }) });
    expect(body.ok).toBe(true);
    all.push(body);
    cursor = cursorOf(body);
  } while (cursor !== '' && all.length < 100);
  return all;
}

async function talk(slack: LocalSlack, count: number): Promise<string[]> {
  const written: string[] = [];
  for (let index = 0; index < count; index += 1) {
    written.push((await slack.actAs('tom').post('#general', `message ${index}`)).ts);
  }
  return written;
}

describe('conversations.history', () => {
  it('returns messages newest first, page by page, each once', async () => {
    const slack = await start();
    const written = await talk(slack, 7);
    const all = await pages(slack, 'conversations.history', { channel: general, limit: 3 });
    expect(all.map((page) => (page.messages as Listed[]).length)).toEqual([3, 3, 1]);
    expect(all.map((page) => page.has_more)).toEqual([true, true, false]);
    const read = all.flatMap((page) => (page.messages as Listed[]).map(({ ts }) => ts));
    expect(read).toEqual(written.toReversed());
  });

  it('goes on where it was when messages come in between pages', async () => {
    const slack = await start();
    const written = await talk(slack, 4);
    const values = { channel: general, limit: 2 };
    const first = await callMethod(slack, 'conversations.history', values);
    await talk(slack, 2);
    const cursor = cursorOf(first.body);
    const second = await callMethod(slack, 'conversations.history', { ...values, cursor });
    expect((second.body.messages as Listed[]).map(({ ts }) => ts)).toEqual(
      written.slice(0, 2).toReversed(),
    );
  });

  it('keeps to oldest and latest, whose own messages count only when inclusive', async () => {
    const slack = await start();
    const written = await talk(slack, 5);
    const read = async (values: Record<string, unknown>) => {
      const { body } = await callMethod(slack, 'conversations.history', {
        channel: general,
        ...values,
      });
      return (body.messages as Listed[]).map(({ ts }) => written.indexOf(ts)).toReversed();
    };
    const bounds = { oldest: written[1], latest: written[3] };
    expect(await read(bounds)).toEqual([2]);
    expect(await read({ ...bounds, inclusive: true })).toEqual([1, 2, 3]);
    expect(await read({ oldest: written[3] })).toEqual([4]);
    expect(await read({ latest: written[1], inclusive: true })).toEqual([0, 1]);
  });

  it('leaves replies out, counts them on their root, and shows broadcast ones', async () => {
    const slack = await start();
    const [root = ''] = await talk(slack, 1);
    const values = { channel: general, text: 'reply', thread_ts: root };
    await callMethod(slack, 'chat.postMessage', values);
    await callMethod(slack, 'chat.postMessage', { ...values, reply_broadcast: true });
    const { body } = await callMethod(slack, 'conversations.history', { channel: general });
    expect(body.messages).toMatchObject([
      { subtype: 'thread_broadcast', thread_ts: root },
      { ts: root, thread_ts: root, reply_count: 2, reply_users: ['U0CONCORD01'] },
    ]);
  });

  it('returns metadata only when asked to', async () => {
    const slack = await start();
    const metadata = { event_type: 'answer', event_payload: { key: 'k1' } };
    await callMethod(slack, 'chat.postMessage', { channel: general, text: 'a', metadata });
    const plain = await callMethod(slack, 'conversations.history', { channel: general });
    expect((plain.body.messages as Listed[])[0]).not.toHaveProperty('metadata');
    const full = await callMethod(slack, 'conversations.history', {
      channel: general,
      include_all_metadata: true,
    });
    expect((full.body.messages as Listed[])[0]?.metadata).toEqual(metadata);
  });

  it.each([
    ['invalid_cursor', { channel: general, cursor: 'bm9uc2Vuc2U=' }],
    ['invalid_cursor', { channel: general, cursor: '%%%' }],
    ['invalid_ts_oldest', { channel: general, oldest: 'yesterday' }],
    ['invalid_ts_latest', { channel: general, latest: 'soon' }],
    ['invalid_arguments', { channel: general, limit: 1000 }],
    ['invalid_arguments', { channel: general, limit: 0 }],
    ['not_in_channel', { channel: 'C0COFFEE000' }],
    ['channel_not_found', { channel: 'C0NOWHERE00' }],
  ])('answers %s to %o', async (error, values) => {
    const slack = await start();
    const { body } = await callMethod(slack, 'conversations.history', values);
    expect(body.error).toBe(error);
  });
});

describe('conversations.replies', () => {
  it('returns the root on every page, then replies oldest first', async () => {
    const slack = await start();
    const [root = ''] = await talk(slack, 1);
    for (const text of ['a', 'b', 'c']) {
      await slack.actAs('leo').post('#general', text, { threadTs: root });
    }
    const values = { channel: general, ts: root, limit: 2 };
    const all = await pages(slack, 'conversations.replies', values);
    expect(all.map((page) => (page.messages as Listed[]).map(({ text }) => text))).toEqual([
      ['message 0', 'a', 'b'],
      ['message 0', 'c'],
    ]);
  });

  it('finds neither a thread that is not there nor one of another channel', async () => {
    const slack = await start();
    const [root = ''] = await talk(slack, 1);
    const error = async (channel: string, ts: string) =>
      (await callMethod(slack, 'conversations.replies', { channel, ts })).body.error;
    expect(await error(general, '1.000001')).toBe('thread_not_found');
    expect(await error('C0PRIMARYCA', root)).toBe('thread_not_found');
  });
});

describe('knowing conversations', () => {
  it('lists public channels and, when asked, private ones and direct messages', async () => {
    const slack = await start();
    const channel = slack.actAs('tom').directMessageChannel;
    const names = async (values: Record<string, unknown>) =>
      (await pages(slack, 'conversations.list', { limit: 2, ...values }))
        .flatMap((page) => page.channels as { id: string; name?: string }[])
        .map(({ id, name }) => name ?? id);
    expect(await names({ exclude_archived: true })).toEqual([
      'coffee',
      'general',
      'patient-voice',
      'primary-care',
      'with-neighbours',
    ]);
    expect(await names({ types: 'private_channel,im' })).toEqual(['leads', channel]);
  });

  it('hides private channels that the app is not in', async () => {
    const slack = await start();
    slack.administer.remove('#leads', 'concord');
    const { body } = await callMethod(slack, 'conversations.info', { channel: 'C0LEADS0000' });
    expect(body.error).toBe('channel_not_found');
  });

  it('says whether a channel is shared with others, and how many are in it', async () => {
    const slack = await start();
    const values = { channel: 'C0WITHNEIGH', include_num_members: true };
    const { body } = await callMethod(slack, 'conversations.info', values);
    expect(body.channel).toMatchObject({ is_ext_shared: true, is_member: true, num_members: 4 });
  });

  it('lists members page by page', async () => {
    const slack = await start();
    const all = await pages(slack, 'conversations.members', { channel: general, limit: 2 });
    expect(all.flatMap((page) => page.members)).toEqual(
      slack.workspace.conversations[general]?.memberIds,
    );
  });

  it('lists where the app is', async () => {
    const slack = await start();
    const { body } = await callMethod(slack, 'users.conversations', { exclude_archived: true });
    const names = (body.channels as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('general');
    expect(names).not.toContain('coffee');
  });
});

describe('conversations.open', () => {
  it('opens a direct message once', async () => {
    const slack = await start();
    const users = slack.actAs('tom').userId;
    const first = await callMethod(slack, 'conversations.open', { users });
    const second = await callMethod(slack, 'conversations.open', { users, return_im: true });
    expect(first.body).toEqual({ ok: true, channel: { id: expect.stringMatching(/^D/) } });
    expect(second.body).toMatchObject({
      already_open: true,
      channel: { id: (first.body.channel as { id: string }).id, is_im: true, user: users },
    });
  });

  it.each([
    ['user_not_found', { users: 'U0NOBODY000' }],
    ['users_list_not_supplied', {}],
    ['channel_not_found', { channel: 'D0NOBODY000' }],
    ['cannot_dm_bot', { users: 'U0CONCORD01' }],
  ])('answers %s to %o', async (error, values) => {
    const slack = await start();
    expect((await callMethod(slack, 'conversations.open', values)).body.error).toBe(error);
  });
});
