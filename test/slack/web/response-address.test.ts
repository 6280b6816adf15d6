import { expect, test } from 'vitest';
import {
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
} from '../../../src/messaging/index.ts';
import { createRespond, ResponseAddressGone } from '../../../src/slack/web/response-address.ts';

const address = 'https://hooks.slack.com/actions/T1/2/3';
const content = { text: 'Hello', blocks: [] };

function respondWith(answer: () => Response | Promise<Response>, apiUrl?: string) {
  const sent: { address: string; body: Record<string, unknown> }[] = [];
  const respond = createRespond({
    apiUrl,
    timeoutMs: 1_000,
    fetch: async (input, init) => {
      sent.push({ address: String(input), body: JSON.parse(String(init?.body)) });
      return answer();
    },
  });
  return { respond, sent };
}

test('what is said goes to the person alone, without previews of links', async () => {
  const { respond, sent } = respondWith(() => new Response('ok'));
  await respond(address, content);
  await respond(address, content, { replaceOriginal: true });
  expect(sent.map(({ body }) => body)).toEqual([
    expect.objectContaining({
      text: 'Hello',
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
    }),
    expect.objectContaining({ replace_original: true }),
  ]);
});

test.each([
  'https://evil.example/actions/T1/2/3',
  'http://hooks.slack.com/actions/T1/2/3',
  'https://hooks.slack.com.evil.example/x',
  'https://hooks.slack.com@evil.example/x',
  'nonsense',
])('nothing is said at %s', async (elsewhere) => {
  const { respond, sent } = respondWith(() => new Response('ok'));
  await expect(respond(elsewhere, content)).rejects.toThrow(ResponseAddressGone);
  expect(sent).toEqual([]);
});

test('a Slack of one’s own may have addresses of its own', async () => {
  const { respond, sent } = respondWith(() => new Response('ok'), 'http://127.0.0.1:3100/api/');
  await respond('http://127.0.0.1:3100/actions/T1/x', content);
  expect(sent).toHaveLength(1);
});

test.each([
  ['expired_url', 404, ResponseAddressGone],
  ['used_url', 404, ResponseAddressGone],
  ['a page', 404, ResponseAddressGone],
  ['invalid_blocks', 400, MessageRejected],
  ['', 503, MessengerUnavailable],
  ['', 429, MessageRateLimited],
])('%j with status %d has a meaning', async (text, status, meaning) => {
  const { respond } = respondWith(() => new Response(text, { status }));
  await expect(respond(address, content)).rejects.toBeInstanceOf(meaning);
});

test('how long to wait is what Slack says', async () => {
  const headers = { 'retry-after': '7' };
  const { respond } = respondWith(() => new Response('', { status: 429, headers }));
  await expect(respond(address, content)).rejects.toMatchObject({ retryAfterMs: 7_000 });
});

test('a connection that breaks off leaves open what was shown', async () => {
  const { respond } = respondWith(() => Promise.reject(new TypeError('fetch failed')));
  await expect(respond(address, content)).rejects.toBeInstanceOf(MessageOutcomeUnknown);
});
