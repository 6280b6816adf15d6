import { expect, test } from 'vitest';
import { MessageRateLimited, MessengerUnavailable } from '../../../src/messaging/index.ts';
import { createDownloadFile } from '../../../src/slack/uploads/download-file.ts';
import { FileRefused } from '../../../src/slack/uploads/file-refused.ts';
import { mostFileBytes } from '../../../src/slack/uploads/uploaded-file.ts';

const address = 'https://files.slack.com/files-pri/T1-F1/download/report.pdf';
const bytes = new Uint8Array([37, 80, 68, 70]);
const never = new AbortController().signal;

function downloadWith(answer: () => Response | Promise<Response>, apiUrl?: string) {
  const asked: { address: string; headers: Headers; redirect: string | undefined }[] = [];
  const download = createDownloadFile({
    token: 'xoxb-test',
    apiUrl,
    timeoutMs: 1_000,
    fetch: async (input, init) => {
      const { headers, redirect } = init ?? {};
      asked.push({ address: String(input), headers: new Headers(headers), redirect });
      return answer();
    },
  });
  return {
    download: (at: string, size = 4) => download({ name: 'report.pdf', address: at, size }, never),
    asked,
  };
}

test('a file is fetched with the token', async () => {
  const { download, asked } = downloadWith(() => new Response(bytes));
  expect(await download(address)).toEqual(bytes);
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer xoxb-test');
  expect(asked[0]?.redirect).toBe('manual');
});

test.each([
  'https://evil.example/files-pri/T1-F1/download/report.pdf',
  'http://files.slack.com/files-pri/T1-F1/report.pdf',
  'https://files.slack.com.evil.example/x',
  'https://files.slack.com@evil.example/x',
  'nonsense',
])('the token is not sent to %s', async (elsewhere) => {
  const { download, asked } = downloadWith(() => new Response(bytes));
  await expect(download(elsewhere)).rejects.toThrow(FileRefused);
  expect(asked).toEqual([]);
});

test('a Slack of one’s own has files of its own', async () => {
  const { download } = downloadWith(() => new Response(bytes), 'http://127.0.0.1:3100/api/');
  expect(await download('http://127.0.0.1:3100/files-pri/T1-F1/report.pdf')).toEqual(bytes);
});

test.each([
  [
    'elsewhere',
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
  ],
  ['to nowhere', () => new Response('', { status: 404 })],
  ['to a page to sign in on', () => new Response('<!doctype html><title>Sign in</title>')],
])('whoever is led %s gets no file, and is told what to do', async (_where, answer) => {
  const { download, asked } = downloadWith(answer);
  const error = await download(address).catch((each: unknown) => each);
  expect(error).toBeInstanceOf(FileRefused);
  expect(error).toMatchObject({
    reason: 'not-given',
    forPeople: expect.stringContaining('files:read'),
  });
  expect(asked).toHaveLength(1);
});

test('more than a file may hold is not read to its end', async () => {
  let given = 0;
  const chunk = new Uint8Array(1_000_000);
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const { download } = downloadWith(() => new Response(endless));
  await expect(download(address)).rejects.toMatchObject({ reason: 'too-large' });
  expect(given).toBeLessThan(mostFileBytes + 5 * chunk.length);
});

test.each([
  ['503', () => new Response('', { status: 503 }), MessengerUnavailable],
  [
    '429',
    () => new Response('', { status: 429, headers: { 'retry-after': '3' } }),
    MessageRateLimited,
  ],
  ['a broken line', () => Promise.reject(new TypeError('fetch failed')), MessengerUnavailable],
])('after %s it is tried again later', async (_name, answer, meaning) => {
  await expect(downloadWith(answer).download(address)).rejects.toThrow(meaning);
});

test('what takes too long is tried again later, what was stopped is not', async () => {
  const slow: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  const download = createDownloadFile({
    token: 'x',
    apiUrl: undefined,
    timeoutMs: 20,
    fetch: slow,
  });
  const file = { name: 'report.pdf', address, size: 4 };
  await expect(download(file, never)).rejects.toThrow(MessengerUnavailable);
  const stop = new AbortController();
  const stopped = download(file, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
});

test('what is not read is let go', async () => {
  let isLetGo = false;
  const body = new ReadableStream({
    cancel: () => {
      isLetGo = true;
    },
  });
  const { download } = downloadWith(() => new Response(body, { status: 503 }));
  await expect(download(address)).rejects.toThrow(MessengerUnavailable);
  expect(isLetGo).toBe(true);
});
