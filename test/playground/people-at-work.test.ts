import { describe, expect, it } from 'vitest';
import { callMethod } from './support/call-method.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

const kinds = (events: readonly { type: string; payload: Record<string, unknown> }[]) =>
  events.map(({ payload }) => {
    const event = payload.event as { type: string; subtype?: string };
    return event.subtype === undefined ? event.type : `${event.type}/${event.subtype}`;
  });

describe('what the app hears', () => {
  it('is a mention and a message for a mention, and a message for any other', async () => {
    const slack = await start();
    await slack.actAs('amira').mention('#general', 'one');
    await slack.actAs('amira').post('#general', 'hello @concord, are you there?');
    await slack.actAs('amira').post('#general', 'just talking');
    await slack.actAs('amira').directMessage('hello @concord');
    expect(kinds(slack.workspace.events)).toEqual([
      'app_mention',
      'message',
      'app_mention',
      'message',
      'message',
      'message',
    ]);
    const types = slack.workspace.events.map(
      ({ payload }) => (payload.event as { channel_type?: string }).channel_type,
    );
    expect(types).toEqual([undefined, 'channel', undefined, 'channel', 'channel', 'im']);
  });

  it('is nothing from channels it is not in', async () => {
    const slack = await start();
    await slack.actAs('amira').mention('#coffee', 'psst');
    expect(slack.workspace.events).toEqual([]);
    slack.administer.invite('#coffee', 'concord', 'amira');
    await slack.actAs('amira').post('#coffee', 'now');
    expect(kinds(slack.workspace.events)).toEqual([
      'message/channel_join',
      'member_joined_channel',
      'message',
    ]);
  });

  it('is told when a channel is private or shared with others', async () => {
    const slack = await start();
    await slack.actAs('leo').post('#leads', 'inside');
    await slack.actAs('viktor').post('#with-neighbours', 'from outside');
    expect(slack.workspace.events.map(({ payload }) => payload)).toMatchObject([
      { is_ext_shared_channel: false, event: { channel_type: 'group', team: 'T0PARTNERS1' } },
      { is_ext_shared_channel: true, event: { channel_type: 'channel', team: 'T0ELSEWHERE' } },
    ]);
  });

  it('is what a message was before and what it became', async () => {
    const slack = await start();
    const { ts } = await slack.actAs('amira').post('#general', 'frist');
    await slack.actAs('amira').edit('#general', ts, 'first');
    await slack.actAs('amira').delete('#general', ts);
    expect(kinds(slack.workspace.events)).toEqual([
      'message',
      'message/message_changed',
      'message/message_deleted',
    ]);
    expect(slack.workspace.events.map(({ payload }) => payload.event)).toMatchObject([
      { text: 'frist', ts },
      { message: { text: 'first', ts, edited: {} }, previous_message: { text: 'frist', ts } },
      { deleted_ts: ts, previous_message: { text: 'first' } },
    ]);
  });

  it('does not change after it was sent', async () => {
    const slack = await start();
    const { ts } = await slack.actAs('amira').post('#general', 'first');
    await slack.actAs('amira').edit('#general', ts, 'second');
    expect(slack.workspace.events[0]?.payload.event).toMatchObject({ text: 'first' });
  });

  it('includes what the app itself says, marked as its own', async () => {
    const slack = await start();
    await callMethod(slack, 'chat.postMessage', { channel: 'C0GENERAL00', text: 'mine' });
    expect(slack.workspace.events[0]?.payload.event).toMatchObject({
      type: 'message',
      user: 'U0CONCORD01',
      bot_id: 'B0CONCORD01',
      bot_profile: { app_id: 'A0CONCORD01' },
    });
  });

  it('tells the two tabs apart when somebody opens the app', async () => {
    const slack = await start();
    await slack.actAs('amira').openAgentView();
    await slack.actAs('amira').openHome();
    expect(slack.workspace.events.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'app_home_opened', tab: 'messages' },
      { type: 'app_home_opened', tab: 'home' },
    ]);
  });
});

describe('what people type', () => {
  it('comes with a rich text block in which links and mentions are elements', async () => {
    const slack = await start();
    const text = 'Ask @leo or @leads in #general :wave: about <https://a.example|this> &amp; that';
    const { blocks } = await slack.actAs('amira').post('#general', text);
    expect(blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Ask ' },
              { type: 'user', user_id: slack.actAs('leo').userId },
              { type: 'text', text: ' or ' },
              { type: 'usergroup', usergroup_id: 'S0LEADS0000' },
              { type: 'text', text: ' in ' },
              { type: 'channel', channel_id: 'C0GENERAL00' },
              { type: 'text', text: ' ' },
              { type: 'emoji', name: 'wave' },
              { type: 'text', text: ' about ' },
              { type: 'link', url: 'https://a.example', text: 'this' },
              { type: 'text', text: ' & that' },
            ],
          },
        ],
      },
    ]);
  });
});

describe('what people cannot do', () => {
  it('is refused with a reason', async () => {
    const slack = await start();
    const tom = slack.actAs('tom');
    const { ts } = await slack.actAs('amira').post('#general', 'mine');
    const code = (promise: Promise<unknown>) => expect(promise).rejects;
    await code(tom.post('#leads', 'x')).toMatchObject({
      code: 'playground-not-in-channel',
      forPeople: 'tom is not a member of leads.',
    });
    await code(tom.post('#nowhere', 'x')).toMatchObject({
      code: 'playground-conversation-unknown',
    });
    await code(tom.post('#launch-2023', 'x')).toMatchObject({
      code: 'playground-channel-archived',
    });
    await code(tom.edit('#general', ts, 'x')).toMatchObject({
      code: 'playground-not-your-message',
    });
    await code(tom.post('#general', 'x', { threadTs: '1.000001' })).toMatchObject({
      code: 'playground-message-unknown',
    });
    await code(tom.clickButton('#general', ts, 'go')).toMatchObject({
      code: 'playground-element-unknown',
    });
    await code(tom.submitView()).toMatchObject({ code: 'playground-no-modal' });
    expect(() => slack.actAs('nobody')).toThrow('no person nobody');
  });
});

describe('waiting for the app', () => {
  it('ends with what it says, also when it has said it already', async () => {
    const slack = await start();
    const { ts: threadTs } = await slack.actAs('amira').mention('#general', 'hello');
    const waiting = slack.waitForReply({ channel: '#general', threadTs }, 2_000);
    const say = { channel: 'C0GENERAL00', text: 'hi', thread_ts: threadTs };
    await callMethod(slack, 'chat.postMessage', say);
    expect((await waiting).text).toBe('hi');
    expect((await slack.waitForReply({ channel: '#general', threadTs }, 1)).text).toBe('hi');
  });

  it('ends with an error when it says nothing', async () => {
    const slack = await start();
    await expect(slack.waitForReply({ channel: '#general' }, 10)).rejects.toMatchObject({
      code: 'playground-no-reply',
    });
  });

  it('can be told what to wait for', async () => {
    const slack = await start();
    const values = { channel: 'C0GENERAL00', text: 'thinking' };
    const { body } = await callMethod(slack, 'chat.postMessage', values);
    const until = ({ text }: { text: string }) => text === 'done';
    const waiting = slack.waitForReply({ channel: '#general', until }, 2_000);
    await callMethod(slack, 'chat.update', { ...values, ts: body.ts, text: 'done' });
    expect((await waiting).ts).toBe(body.ts);
  });
});

it('does not send an empty message', async () => {
  const slack = await start();
  await expect(slack.actAs('amira').post('#general', ' \n')).rejects.toMatchObject({
    code: 'playground-message-empty',
  });
  expect(slack.messages('#general')).toEqual([]);
});
