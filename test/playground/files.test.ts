import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { LocalSlack, Upload } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { readReference } from './support/read-reference.ts';
import { unknownKeys } from './support/unknown-keys.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const general = 'C0GENERAL00';
const bytes = Buffer.from('%PDF-1.7 values');
const paper: Upload = { name: 'Our values.pdf', mimeType: 'application/pdf', bytes };

interface WireFile extends Record<string, unknown> {
  id: string;
  url_private: string;
  url_private_download: string;
}

interface Shares {
  shares: { public: Record<string, unknown> };
}

async function upload(slack: LocalSlack, channel = '#general', person = 'amira') {
  const message = await slack.actAs(person).upload(channel, { ...paper, text: 'see @tom' });
  const id = message.files[0]?.id ?? '';
  const info = (await callMethod(slack, 'files.info', { file: id })).body;
  return { message, id, info, file: info.file as WireFile };
}

const download = (address: string, token?: string) =>
  fetch(address, { headers: token === undefined ? {} : { Authorization: `Bearer ${token}` } });

describe('a file that a person uploads', () => {
  it('stands in a message, which the app is sent', async () => {
    const slack = await start();
    const { message, id } = await upload(slack);
    expect(message).toMatchObject({ subtype: 'file_share', text: 'see <@U0TOM000000>' });
    const [said, shared] = slack.workspace.events.map(({ payload }) => payload.event);
    expect(said).toMatchObject({
      type: 'message',
      subtype: 'file_share',
      files: [{ id, name: 'Our values.pdf', mimetype: 'application/pdf', filetype: 'pdf' }],
    });
    expect(shared).toMatchObject({
      type: 'file_shared',
      file_id: id,
      file: { id },
      channel_id: general,
      user_id: slack.actAs('amira').userId,
    });
  });

  it('can be shared in a thread without a word', async () => {
    const slack = await start();
    const { ts } = await slack.actAs('tom').post('#general', 'any papers?');
    const message = await slack.actAs('amira').upload('#general', paper, { threadTs: ts });
    expect(message).toMatchObject({ threadTs: ts, text: '', blocks: [] });
  });

  it('is read with the token of the app, and with nothing else', async () => {
    const slack = await start();
    const { file, id } = await upload(slack);
    for (const address of [file.url_private, file.url_private_download]) {
      const response = await download(address, slack.botToken);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
      for (const token of [undefined, slack.appToken]) {
        const refused = await download(address, token);
        expect(refused.headers.get('content-type')).toContain('text/html');
        expect(await refused.text()).toContain('Sign in');
      }
    }
    expect(slack.file(id)).toMatchObject({ file: { name: 'Our values.pdf' }, bytes });
    expect(slack.file('F0NOTHING00')).toBeNull();
  });

  it('is not there for an app that is not where it was shared', async () => {
    const slack = await start();
    const { info, id } = await upload(slack, '#coffee');
    expect(info).toEqual({ ok: false, error: 'file_not_found' });
    const address = `${new URL(slack.url).origin}/files-pri/T0PARTNERS1-${id}/paper.pdf`;
    expect((await download(address, slack.botToken)).status).toBe(404);
  });

  it.each([
    ['playground-file-empty', 0],
    ['playground-file-too-large', 10_000_001],
  ])('is refused as %s with %i bytes', async (code, size) => {
    const slack = await start();
    const uploading = slack
      .actAs('amira')
      .upload('#general', { ...paper, bytes: new Uint8Array(size) });
    await expect(uploading).rejects.toMatchObject({ code, forPeople: expect.any(String) });
    expect(slack.messages('#general')).toEqual([]);
  });

  it('is refused when there is no room for it', async () => {
    const slack = await start();
    const large = { ...paper, bytes: new Uint8Array(10_000_000) };
    for (let index = 0; index < 5; index += 1) await slack.actAs('amira').upload('#general', large);
    await expect(upload(slack)).rejects.toMatchObject({ code: 'playground-files-full' });
  });

  it('has the shape of Slack’s', async (context) => {
    const { file: recorded } = readReference('api/files.info.json', context) as { file: Shares };
    const shared = readReference('events/FileShared.json', context);
    const history = readReference('api/conversations.replies.json', context) as { messages: [] };
    const slack = await start();
    const { file, message } = await upload(slack);
    // Keys of shares are channels.
    expect(unknownKeys({ ...file, shares: {} }, recorded)).toEqual([]);
    const [share] = Object.values((file as unknown as Shares).shares.public);
    expect(unknownKeys(share, Object.values(recorded.shares.public)[0])).toEqual([]);
    expect(unknownKeys(slack.workspace.events[1]?.payload, shared)).toEqual([]);
    const place = { channel: general, ts: message.ts };
    const { body } = await callMethod(slack, 'conversations.replies', place);
    const [shown] = body.messages as [unknown];
    expect(unknownKeys([shown], history.messages)).toEqual(['[0].subtype']);
  });
});

describe('a file that the app uploads', () => {
  it('comes by way of an address for its bytes', async () => {
    const slack = await start();
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.url });
    await client.files.uploadV2({
      channel_id: general,
      initial_comment: 'Here it is',
      file: bytes,
      filename: 'report.csv',
      title: 'Report',
    });
    const [message] = slack.messages('#general');
    expect(message).toMatchObject({
      isFromApp: true,
      text: 'Here it is',
      files: [{ name: 'report.csv', title: 'Report', mimeType: 'text/csv', size: bytes.length }],
    });
    expect(slack.file(message?.files[0]?.id ?? '')?.bytes).toEqual(bytes);
  });

  it('is not there before its bytes are, all of them', async () => {
    const slack = await start();
    const call = async (method: string, values: Record<string, unknown>) =>
      (await callMethod(slack, method, values)).body;
    const asked = await call('files.getUploadURLExternal', { filename: 'a.txt', length: 3 });
    const address = String(asked.upload_url);
    const complete = { files: [{ id: asked.file_id }], channel_id: general };
    const notFound = { ok: false, error: 'file_not_found' };
    expect(await call('files.completeUploadExternal', complete)).toEqual(notFound);
    expect((await fetch(address, { method: 'POST', body: 'abcd' })).status).toBe(400);
    expect((await fetch(address, { method: 'POST', body: 'abc' })).status).toBe(200);
    expect((await fetch(address, { method: 'POST', body: 'xyz' })).status).toBe(404);
    expect(await call('files.info', { file: asked.file_id })).toEqual(notFound);
    expect(await call('files.completeUploadExternal', complete)).toMatchObject({ ok: true });
    expect(await call('files.completeUploadExternal', complete)).toEqual(notFound);
    expect(await call('files.info', { file: asked.file_id })).toMatchObject({
      file: { name: 'a.txt', channels: [general] },
    });
  });

  it('is refused when it is too large', async () => {
    const slack = await start();
    const values = { filename: 'a.txt', length: 10_000_001 };
    const { body } = await callMethod(slack, 'files.getUploadURLExternal', values);
    expect(body.error).toBe('file_upload_size_restricted');
  });
});
