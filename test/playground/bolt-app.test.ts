import { App, LogLevel } from '@slack/bolt';
import { afterEach, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';

let slack: LocalSlack | undefined;
let app: App | undefined;

afterEach(async () => {
  await app?.stop();
  await slack?.close();
  app = undefined;
  slack = undefined;
});

it('lets the real Bolt app connect over Socket Mode and answer a mention', async () => {
  slack = await startLocalSlack();
  app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.url },
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `You said: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  await app.start();
  const asked = await slack.actAs('amira').mention('#primary-care', 'what is integrated care?');
  const reply = await slack.waitForReply({ channel: '#primary-care', threadTs: asked.ts }, 5_000);
  expect(reply.text).toBe('You said: <@U0CONCORD01> what is integrated care?');
  await slack.settled(5_000);
  expect(slack.counters).toMatchObject({ retried: 0, lost: 0 });
});
