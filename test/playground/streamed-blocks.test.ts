import { describe, expect, it } from 'vitest';
import { fallbackText } from '../../src/playground/blocks/fallback-text.ts';
import { createManualClock, type LocalSlack, type Message } from '../../src/playground/index.ts';
import { feedback, many, mrkdwn, plain } from './support/block-samples.ts';
import { callMethod } from './support/call-method.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

interface Stream {
  slack: LocalSlack;
  thread: string;
  message(): Message | undefined;
  call(method: string, values: object): Promise<Record<string, unknown>>;
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const blocksOf = (...blocks: object[]) => ({ type: 'blocks', blocks });
const markdown = (text: string) => ({ type: 'markdown_text', text });

async function begin(chunks: object[], slack?: LocalSlack): Promise<Stream> {
  const running = slack ?? (await start());
  const { ts: thread, channel } = await running.actAs('amira').directMessage('a question');
  const begun = await callMethod(running, 'chat.startStream', {
    channel,
    thread_ts: thread,
    chunks,
  });
  const { ts } = begun.body;
  return {
    slack: running,
    thread,
    message: () => running.thread(channel, thread)[1],
    call: async (method, values) =>
      (await callMethod(running, method, { channel, ts, ...values })).body,
  };
}

describe('a stream of blocks', () => {
  it('keeps the order of blocks and markdown, and says in its text what they say', async () => {
    const { call, message } = await begin([blocksOf(section('One.')), markdown('Two')]);
    await call('chat.appendStream', { chunks: [markdown(' and three.')] });
    await call('chat.appendStream', { chunks: [blocksOf(section('Four.')), markdown('Five.')] });
    expect(message()?.text).toBe('One. Two and three. Four. Five.');
    await call('chat.stopStream', { blocks: [{ type: 'divider' }] });
    expect(message()?.blocks).toMatchObject([
      { type: 'section' },
      { type: 'markdown', text: 'Two and three.' },
      { type: 'section' },
      { type: 'markdown', text: 'Five.' },
      { type: 'divider' },
    ]);
  });

  it('takes fifty blocks in chunks and fifty that close it', async () => {
    const { call, message } = await begin([blocksOf(...many(49, () => section('a')))]);
    const chunks = [blocksOf(section('b'))];
    expect(await call('chat.appendStream', { chunks })).toMatchObject({ ok: true });
    expect(await call('chat.appendStream', { chunks })).toMatchObject({ error: 'invalid_blocks' });
    const blocks = (count: number) => ({ blocks: many(count, () => section('c')) });
    expect(await call('chat.stopStream', blocks(51))).toMatchObject({ error: 'invalid_blocks' });
    expect(await call('chat.stopStream', blocks(50))).toMatchObject({ ok: true });
    expect(message()?.blocks).toHaveLength(100);
  });

  it('can be neither changed nor deleted before it ends', async () => {
    const { call, message } = await begin([blocksOf(section('One.'))]);
    const refused = { error: 'streaming_state_conflict' };
    expect(await call('chat.update', { text: 'Two' })).toMatchObject(refused);
    expect(await call('chat.delete', {})).toMatchObject({ error: 'cant_delete_message' });
    await call('chat.stopStream', {});
    expect(await call('chat.delete', {})).toMatchObject({ ok: true });
    expect(message()).toBeUndefined();
  });

  it('shows in the history whether it is still being written', async () => {
    const { call, thread } = await begin([blocksOf(section('One.'))]);
    const state = async () => {
      const { messages } = await call('conversations.replies', { ts: thread });
      return (messages as Record<string, unknown>[]).map((message) => message.streaming_state);
    };
    expect(await state()).toEqual([undefined, 'in_progress']);
    await call('chat.stopStream', {});
    expect(await state()).toEqual([undefined, 'completed']);
  });

  it('keeps its session busy until it ends', async () => {
    const { call, slack, message } = await begin([blocksOf(section('One.'))]);
    const status = () =>
      slack.agentThread(message()?.channel ?? '', message()?.threadTs ?? null).sessionStatus;
    expect(status()).toBe('processing');
    await call('chat.stopStream', { session_status: 'suspended' });
    expect(status()).toBe('suspended');
  });
});

describe('time that is over', () => {
  it('ends streams and status lines without anybody asking', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const { call, message, thread } = await begin([blocksOf(section('One.'))], slack);
    const channel_id = message()?.channel;
    const status = { channel_id, thread_ts: thread, status: 'Reading' };
    await call('assistant.threads.setStatus', status);
    const seen: string[] = [];
    slack.onChange((change) => seen.push(change.type));
    clock.advance(120_000);
    expect(seen).toEqual(['agent-thread-changed']);
    const restarted = slack.snapshot();
    clock.advance(180_000);
    expect(message()?.stream?.state).toBe('expired');
    expect(slack.agentThread(channel_id ?? '', thread).sessionStatus).toBe('active');
    const next = await start({ clock, state: restarted });
    clock.advance(0);
    expect(next.thread(channel_id ?? '', thread)[1]?.stream?.state).toBe('expired');
  });
});

describe('the text of a message that has blocks alone', () => {
  it.each<[string, object[]]>([
    ['xxxxx xxxx', [{ type: 'section', text: mrkdwn(5), fields: [plain(4)] }]],
    ['xxxxx a chart', [{ type: 'context', elements: [mrkdwn(5), { alt_text: 'a chart' }] }]],
    ['xxxxx', [{ type: 'header', text: plain(5) }, { type: 'divider' }]],
    ['a b', [{ type: 'table', rows: [['a', 'b'].map((text) => ({ type: 'raw_text', text }))] }]],
    [
      'see this',
      [
        {
          type: 'rich_text',
          elements: [{ elements: [{ text: 'see' }, { url: 'https://a.example', text: 'this' }] }],
        },
      ],
    ],
    ["This content can't be displayed.", [{ type: 'context_actions', elements: [feedback()] }]],
    ['', []],
  ])('is "%s"', (text, blocks) => {
    expect(fallbackText(blocks)).toBe(text);
  });

  it('stands in what is posted', async () => {
    const slack = await start();
    const values = { channel: 'C0GENERAL00', blocks: [section('Only *this*')] };
    const { body } = await callMethod(slack, 'chat.postMessage', values);
    expect(body.message).toMatchObject({ text: 'Only *this*' });
  });
});
