import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { findFile } from '../../../src/slack/uploads/find-file.ts';

const file = {
  id: 'F1',
  name: 'report.pdf',
  size: 4,
  mode: 'hosted',
  is_external: false,
  url_private: 'https://files.slack.com/files-pri/T1-F1/report.pdf',
  url_private_download: 'https://files.slack.com/files-pri/T1-F1/download/report.pdf',
};

function clientThat(answer: () => object): WebClient {
  const client = new WebClient('xoxb-test');
  client.files.info = async () => ({ ok: true, ...answer() });
  return client;
}

test('a file is where Slack says that it is downloaded', async () => {
  expect(
    await findFile(
      clientThat(() => ({ file })),
      'F1',
    ),
  ).toEqual({
    name: 'report.pdf',
    size: 4,
    address: file.url_private_download,
  });
});

test.each([
  ['format-unknown', { name: 'photo.png' }],
  ['format-unknown', { name: null }],
  ['too-large', { size: 30_000_001 }],
  ['kept-elsewhere', { is_external: true, mode: 'external' }],
  ['gone', { mode: 'tombstone' }],
  ['gone', { mode: 'hidden_by_limit' }],
  ['not-given', { url_private: undefined, url_private_download: undefined }],
])('%s: %o is not read', async (reason, change) => {
  const found = findFile(
    clientThat(() => ({ file: { ...file, ...change } })),
    'F1',
  );
  await expect(found).rejects.toMatchObject({ reason });
});

test.each([
  ['file_deleted', { reason: 'gone' }],
  ['file_not_found', { reason: 'gone' }],
  ['missing_scope', { reason: 'not-given' }],
  ['internal_error', { code: 'messenger-unavailable' }],
])('Slack’s %s is understood', async (error, meaning) => {
  const client = clientThat(() => {
    throw new WebAPIPlatformError({ ok: false, error });
  });
  await expect(findFile(client, 'F1')).rejects.toMatchObject(meaning);
});
