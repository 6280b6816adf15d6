import type { AddressInfo } from 'node:net';
import { App, type AppOptions, LogLevel } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createAcceleratedClock,
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/playground/index.ts';

const running: { slack: LocalSlack; app: App }[] = [];

afterEach(async () => {
  for (const { slack, app } of running.splice(0)) {
    await app.stop();
    await slack.close();
  }
});

type Listen = (app: App, slack: LocalSlack) => void;

/** A real Bolt app with no more told to it than tokens and the address of the Web API. */
async function startOverSocketMode(listen: Listen, options: LocalSlackOptions = {}) {
  const slack = await startLocalSlack(options);
  const app = createApp(slack, { appToken: slack.appToken, socketMode: true });
  listen(app, slack);
  await app.start();
  return slack;
}

async function startOverHttp(listen: Listen) {
  let port = 0;
  const slack = await startLocalSlack({
    requestUrl: () => `http://127.0.0.1:${port}/slack/events`,
  });
  const app = createApp(slack, { signingSecret: slack.signingSecret });
  listen(app, slack);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  port = (server as { address(): AddressInfo }).address().port;
  return slack;
}

function createApp(slack: LocalSlack, options: AppOptions): App {
  const app = new App({
    token: slack.botToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.url, retryConfig: { retries: 2, minTimeout: 1 } },
    ...options,
  });
  running.push({ slack, app });
  return app;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const answerMentions: Listen = (app) => {
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `You said: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
};

describe.each([
  ['Socket Mode', startOverSocketMode],
  ['HTTP', startOverHttp],
])('a real Bolt app over %s', (_, startApp) => {
  it('answers a mention, once, in its thread', async () => {
    const slack = await startApp(answerMentions);
    const { ts: threadTs } = await slack.actAs('amira').mention('#primary-care', 'what is it?');
    const reply = await slack.waitForReply({ channel: '#primary-care', threadTs }, 5_000);
    expect(reply.text).toBe('You said: <@U0CONCORD01> what is it?');
    await slack.settled(5_000);
    expect(slack.thread('#primary-care', threadTs)).toHaveLength(2);
    // The mention comes as app_mention and as message, and so does the app's own reply.
    expect(slack.workspace.events.map(({ type }) => type)).toEqual([
      'app_mention',
      'message',
      'message',
    ]);
    expect(slack.counters).toEqual({ eventsSent: 3, acknowledged: 3, retried: 0, lost: 0 });
  });

  it('answers a direct message and does not answer itself', async () => {
    const slack = await startApp((app) => {
      app.message(async ({ say }) => {
        await say('Hello to you');
      });
    });
    const { channel } = await slack.actAs('leo').directMessage('hello');
    await slack.waitForReply({ channel }, 5_000);
    await slack.settled(5_000);
    expect(slack.messages(channel).map(({ text }) => text)).toEqual(['hello', 'Hello to you']);
  });

  it('handles a button, a modal and what is submitted', async () => {
    const slack = await startApp((app) => {
      app.action('open', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'reason',
            private_metadata: body.channel?.id ?? '',
            title: plain('Reason'),
            submit: plain('Send'),
            blocks: [
              {
                type: 'input',
                block_id: 'why',
                label: plain('Why?'),
                element: { type: 'plain_text_input', action_id: 'why' },
              },
            ],
          },
        });
      });
      app.view('reason', async ({ ack, view, client }) => {
        const why = view.state.values.why?.why?.value ?? '';
        if (why.length < 3) {
          await ack({ response_action: 'errors', errors: { why: 'Say more' } });
          return;
        }
        await ack();
        await client.chat.postMessage({ channel: view.private_metadata, text: `Because ${why}` });
      });
      app.command('/ask', async ({ ack, command, client }) => {
        await ack(`Asked: ${command.text}`);
        await client.chat.postMessage({
          channel: command.channel_id,
          text: 'A button',
          blocks: [
            {
              type: 'actions',
              elements: [{ type: 'button', action_id: 'open', text: plain('Why?') }],
            },
          ],
        });
      });
    });
    const amira = slack.actAs('amira');
    await amira.slash('/ask', 'anything', '#general');
    expect(slack.ephemeralMessages('#general', 'amira')).toMatchObject([
      { text: 'Asked: anything' },
    ]);
    const { ts } = await slack.waitForReply({ channel: '#general' }, 5_000);
    expect(await amira.clickButton('#general', ts, 'open')).toMatchObject({ acknowledged: true });
    await expect.poll(() => amira.modal?.callbackId).toBe('reason');
    expect((await amira.submitView({ why: 'x' })).errors).toEqual({ why: 'Say more' });
    expect(await amira.submitView({ why: 'it helps' })).toMatchObject({ errors: {}, view: null });
    const said = await slack.waitForReply({ channel: '#general', after: ts }, 5_000);
    expect(said.text).toBe('Because it helps');
  });

  it('answers through the response address of an interaction', async () => {
    const slack = await startApp((app) => {
      app.action('again', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Replaced', replace_original: true });
        await respond({ text: 'For you', response_type: 'ephemeral', replace_original: false });
      });
      app.message('start', async ({ say }) => {
        const button = { type: 'button' as const, action_id: 'again', text: plain('Again') };
        await say({ text: 'First', blocks: [{ type: 'actions', elements: [button] }] });
      });
    });
    const { channel } = await slack.actAs('leo').directMessage('start');
    const { ts } = await slack.waitForReply({ channel }, 5_000);
    await slack.actAs('leo').clickButton(channel, ts, 'again');
    await slack.waitForReply({ channel, until: ({ text }) => text === 'Replaced' }, 5_000);
    await expect
      .poll(() => slack.ephemeralMessages(channel, 'leo').map(({ text }) => text))
      .toEqual(['For you']);
  });
});

describe('a real Bolt app over Socket Mode', () => {
  it('gets what happened while its connection was cut', async () => {
    const slack = await startOverSocketMode(answerMentions, { clock: createAcceleratedClock(60) });
    slack.dropConnection();
    await expect.poll(() => slack.connectionCount).toBe(0);
    const { ts: threadTs } = await slack.actAs('amira').mention('#general', 'are you there?');
    const reply = await slack.waitForReply({ channel: '#general', threadTs }, 10_000);
    expect(reply.text).toContain('are you there?');
    expect(slack.counters).toMatchObject({ lost: 0 });
  });

  it('repeats a post whose response was lost, unless it is told not to', async () => {
    const slack = await startOverSocketMode((app) => {
      app.message('go', async ({ say }) => {
        await say('done').catch(() => undefined);
      });
    });
    slack.faults.failNext('chat.postMessage', { afterEffect: true, dropConnection: true });
    const { channel } = await slack.actAs('leo').directMessage('go');
    await expect.poll(() => slack.messages(channel).length, { timeout: 5_000 }).toBe(3);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
  });

  it('streams an answer with the helper of the client', async () => {
    const slack = await startOverSocketMode((app) => {
      app.event('app_mention', async ({ event, client }) => {
        const stream = client.chatStream({
          channel: event.channel,
          thread_ts: event.ts,
          recipient_user_id: event.user ?? '',
          recipient_team_id: event.team ?? '',
        });
        for (const part of ['**One** claim.', ' Another claim.']) {
          await stream.append({ markdown_text: part });
        }
        await stream.stop({ blocks: [{ type: 'divider' }] });
      });
    });
    const { ts: threadTs } = await slack.actAs('amira').mention('#general', 'stream, please');
    const reply = await slack.waitForReply({ channel: '#general', threadTs }, 5_000);
    expect(reply.text).toBe('**One** claim. Another claim.');
    expect(reply.blocks.map(({ type }) => type)).toEqual(['markdown', 'divider']);
  });
});

describe('a real Bolt app over HTTP', () => {
  it('refuses what was signed with another secret, so that the event is lost', async () => {
    let port = 0;
    const slack = await startLocalSlack({
      clock: createAcceleratedClock(60_000),
      requestUrl: () => `http://127.0.0.1:${port}/slack/events`,
    });
    const app = createApp(slack, { signingSecret: 'another secret' });
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    port = (server as { address(): AddressInfo }).address().port;
    await slack.actAs('leo').directMessage('hello');
    await slack.settled(5_000);
    expect(slack.workspace.events[0]?.attempts.map(({ outcome }) => outcome)).toEqual(
      Array(4).fill('http_error'),
    );
    expect(slack.counters).toMatchObject({ retried: 3, lost: 1 });
  });
});
