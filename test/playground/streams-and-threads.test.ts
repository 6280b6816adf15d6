import { describe, expect, it } from 'vitest';
import { createManualClock, type LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const general = 'C0GENERAL00';

interface Question {
  slack: LocalSlack;
  channel: string;
  thread_ts: string;
  recipient_user_id: string;
  recipient_team_id: string;
  call(method: string, values?: object): Promise<Record<string, unknown>>;
}

async function ask(options: Parameters<typeof start>[0] = {}): Promise<Question> {
  const slack = await start(options);
  const { ts: thread_ts } = await slack.actAs('amira').mention('#general', 'a question');
  return {
    slack,
    channel: general,
    thread_ts,
    recipient_user_id: slack.actAs('amira').userId,
    recipient_team_id: 'T0PARTNERS1',
    call: async (method, values = {}) =>
      (await callMethod(slack, method, { channel: general, ...values })).body,
  };
}

const recipient = ({ thread_ts, recipient_user_id, recipient_team_id }: Question) => ({
  thread_ts,
  recipient_user_id,
  recipient_team_id,
});

describe('streaming a message', () => {
  it('grows with each call and ends with its blocks', async () => {
    const question = await ask();
    const { call, slack, thread_ts } = question;
    const { ts } = await call('chat.startStream', { ...recipient(question), markdown_text: 'One' });
    expect(await call('chat.appendStream', { ts, markdown_text: ' two' })).toMatchObject({ ts });
    expect(slack.thread('#general', thread_ts)[1]).toMatchObject({
      text: 'One two',
      stream: { state: 'in_progress' },
    });
    const update = { ts, text: 'no' };
    expect(await call('chat.update', update)).toMatchObject({ error: 'streaming_state_conflict' });
    const metadata = { event_type: 'answer', event_payload: { id: 'x' } };
    const blocks = [{ type: 'divider' }];
    await call('chat.stopStream', { ts, markdown_text: ' three', blocks, metadata });
    expect(slack.thread('#general', thread_ts)[1]).toMatchObject({
      text: 'One two three',
      blocks: [{ type: 'markdown', text: 'One two three' }, { type: 'divider' }],
      stream: { state: 'completed' },
      metadata,
    });
    expect(await call('chat.appendStream', { ts, markdown_text: 'more' })).toMatchObject({
      error: 'message_not_in_streaming_state',
    });
  });

  it('keeps the state of tasks and the title of the plan', async () => {
    const question = await ask();
    const { call, slack, thread_ts } = question;
    const task = (status: string, more: object = {}) => ({
      type: 'task_update',
      id: 't1',
      title: 'Searching',
      status,
      ...more,
    });
    const chunks = [{ type: 'plan_update', title: 'Plan' }, task('in_progress', { details: 'a' })];
    const { ts } = await call('chat.startStream', { ...recipient(question), chunks });
    await call('chat.appendStream', { ts, chunks: [task('complete', { details: 'b' })] });
    expect(slack.thread('#general', thread_ts)[1]?.stream).toMatchObject({
      planTitle: 'Plan',
      tasks: [{ id: 't1', status: 'complete', details: 'ab' }],
    });
    expect(await call('chat.appendStream', { ts, markdown_text: 'x' })).toMatchObject({
      error: 'streaming_mode_mismatch',
    });
  });

  it('dies five minutes after its start, whatever is appended meanwhile', async () => {
    const clock = createManualClock();
    const question = await ask({ clock });
    const { call, slack, thread_ts } = question;
    const { ts } = await call('chat.startStream', { ...recipient(question), markdown_text: 'a' });
    clock.advance(299_999);
    expect(await call('chat.appendStream', { ts, markdown_text: 'b' })).toMatchObject({ ok: true });
    clock.advance(1);
    const error = 'message_not_in_streaming_state';
    expect(await call('chat.appendStream', { ts, markdown_text: 'c' })).toMatchObject({ error });
    expect(await call('chat.stopStream', { ts })).toMatchObject({ error });
    expect(slack.thread('#general', thread_ts)[1]).toMatchObject({
      text: 'ab',
      stream: { state: 'expired' },
    });
    expect(await call('chat.update', { ts, text: 'abc' })).toMatchObject({ ok: true });
  });

  it('ends when the person presses Stop, and the app is told', async () => {
    const question = await ask();
    const { call, slack, thread_ts } = question;
    const { ts } = await call('chat.startStream', { ...recipient(question), markdown_text: 'a' });
    await slack.actAs('amira').stopAnswer('#general', thread_ts);
    expect(await call('chat.appendStream', { ts, markdown_text: 'b' })).toMatchObject({
      error: 'stopped_by_user',
    });
    expect(slack.workspace.events.at(-1)?.payload.event).toMatchObject({
      type: 'agent_session_stopped',
      channel: general,
      thread_ts,
      user: slack.actAs('amira').userId,
      streaming_message_ts: [ts],
    });
  });

  it.each([
    ['missing_recipient_team_id', { recipient_team_id: '' }],
    ['missing_recipient_user_id', { recipient_user_id: '' }],
    ['user_not_found', { recipient_user_id: 'U0NOBODY000' }],
    ['team_not_found', { recipient_team_id: 'T0ELSEWHERE' }],
    ['thread_not_found', { thread_ts: '1.000001' }],
    ['msg_too_long', { markdown_text: 'x'.repeat(12_001) }],
    ['invalid_chunks', { chunks: [{ type: 'song' }] }],
    ['invalid_blocks', { chunks: [{ type: 'blocks', blocks: [{ type: 'header' }] }] }],
    ['cannot_provide_both_markdown_text_and_chunks', { markdown_text: 'a', chunks: [] }],
  ])('answers %s to a start with %o', async (error, values) => {
    const question = await ask();
    const all = { ...recipient(question), ...values };
    expect(await question.call('chat.startStream', all)).toMatchObject({ ok: false, error });
  });

  it('needs no recipient in a direct message', async () => {
    const slack = await start();
    const { ts, channel } = await slack.actAs('amira').directMessage('hello');
    const values = { channel, thread_ts: ts, markdown_text: 'a' };
    expect((await callMethod(slack, 'chat.startStream', values)).body.ok).toBe(true);
  });

  it('does not stream into messages of others or finished ones', async () => {
    const { call, thread_ts } = await ask();
    const { ts } = await call('chat.postMessage', { text: 'a' });
    const append = async (to: unknown) =>
      (await call('chat.appendStream', { ts: to, markdown_text: 'x' })).error;
    expect(await append(thread_ts)).toBe('message_not_owned_by_app');
    expect(await append(ts)).toBe('message_not_in_streaming_state');
    expect(await append('1.000001')).toBe('message_not_found');
  });
});

describe('what the app sets on a conversation', () => {
  it('shows a status for two minutes, or until it says something', async () => {
    const clock = createManualClock();
    const { call, slack, thread_ts } = await ask({ clock });
    const status = () => slack.agentThread('#general', thread_ts).status;
    const set = (value: string, more: object = {}) =>
      call('assistant.threads.setStatus', {
        channel_id: general,
        thread_ts,
        status: value,
        ...more,
      });
    await set('Searching 24 publications', { loading_messages: ['Reading'] });
    clock.advance(119_999);
    expect(status()).toBe('Searching 24 publications');
    clock.advance(1);
    expect(status()).toBe('');
    await set('Searching again');
    await call('chat.postMessage', { text: 'Found', thread_ts });
    expect(status()).toBe('');
    const tooMany = { loading_messages: Array(11).fill('a') };
    expect(await set('x', tooMany)).toMatchObject({ error: 'invalid_arguments' });
    expect(await set('x', { thread_ts: '1.000001' })).toMatchObject({ error: 'invalid_thread_ts' });
  });

  it('keeps suggested prompts, at most four, without a thread', async () => {
    const slack = await start();
    const channel_id = slack.actAs('amira').directMessageChannel;
    const prompt = { title: 'Values', message: 'What are the common values?' };
    const set = async (count: number) =>
      (
        await callMethod(slack, 'assistant.threads.setSuggestedPrompts', {
          channel_id,
          prompts: Array(count).fill(prompt),
        })
      ).body;
    expect(await set(4)).toMatchObject({ ok: true });
    expect(slack.agentThread(channel_id, null).suggestedPrompts).toHaveLength(4);
    expect(await set(5)).toMatchObject({ error: 'invalid_arguments' });
  });

  it('keeps the state and title of a session', async () => {
    const { call, slack, thread_ts } = await ask();
    const place = { channel_id: general, thread_ts };
    const session = () => slack.agentThread('#general', thread_ts);
    const rename = { ...place, title: 'Referral' };
    expect(await call('agents.sessions.rename', rename)).toMatchObject({
      error: 'session_not_found',
    });
    const set = { ...place, status: 'processing', title: 'Question' };
    expect(await call('agents.sessions.setStatus', set)).toMatchObject({ title: 'Question' });
    await call('agents.sessions.rename', rename);
    await call('agents.sessions.setStatus', { ...set, status: 'active' });
    expect(session()).toMatchObject({ sessionStatus: 'active', title: 'Referral' });
    expect(await call('agents.sessions.setStatus', { ...place, status: 'idle' })).toMatchObject({
      error: 'invalid_arguments',
    });
    await call('assistant.threads.setTitle', { ...place, title: 'Waiting lists' });
    expect(session().title).toBe('Waiting lists');
  });
});
