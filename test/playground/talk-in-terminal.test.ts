import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack, talkInTerminal } from '../../src/playground/index.ts';
import { describeMessage } from '../../src/playground/terminal/describe-message.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startLocalSlack({ rateLimits: false });
});
afterEach(() => slack.close());

/** An app that repeats what it is told, in the thread. */
function repeatEverything(): void {
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.url });
  slack.onMessage((message) => {
    if (message.isFromApp) return;
    const channel = slack.actAs('amira').directMessageChannel;
    const threadTs = message.threadTs ?? message.ts;
    void client.chat.postMessage({
      channel,
      thread_ts: threadTs,
      text: `${message.text} &amp; so on`,
    });
  });
}

async function talk(lines: string, replyTimeoutMs: number): Promise<[string, string]> {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines);
  const end = await talkInTerminal({
    slack,
    person: 'amira',
    input,
    output,
    signal: new AbortController().signal,
    replyTimeoutMs,
  });
  output.end();
  return [end, await text(output)];
}

test('every line gets its reply, and > goes on in the same thread', async () => {
  repeatEverything();
  const [end, shown] = await talk('first\n\n> second\nthird\n', 5_000);
  expect(end).toBe('ended');
  expect(shown).toMatch(/› first\n\n {2}first & so on\n.*second & so on\n.*third & so on\n/s);
  const channel = slack.actAs('amira').directMessageChannel;
  const roots = slack.messages(channel).filter(({ threadTs }) => threadTs === null);
  expect(roots.map((message) => message.text)).toEqual(['first', 'third']);
});

test('quit ends it, and silence is said', async () => {
  const [end, shown] = await talk('hello\nquit\nnever sent\n', 30);
  expect(end).toBe('quit');
  expect(shown).toContain('No reply within 0.03 s');
  expect(shown).not.toContain('never sent');
});

test('long lines are wrapped under their number', () => {
  expect(describeMessage({ text: '[1] Common values of primary care &lt;2014&gt;' }, 30)).toBe(
    '  [1] Common values of\n      primary care <2014>',
  );
});
