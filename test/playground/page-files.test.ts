import { describe, expect, it } from 'vitest';
import type { PageActResult } from '../../src/playground/page-api/page-protocol.ts';
import { useLocalSlack } from './support/use-local-slack.ts';
import { visitPage } from './support/visit-page.ts';

const start = useLocalSlack();

async function open() {
  const slack = await start();
  const visitor = await visitPage(slack);
  const headers = { cookie: visitor.cookie, origin: new URL(slack.pageUrl).origin };
  const upload = async (query: string, bytes: Buffer): Promise<PageActResult> => {
    const { body } = await visitor.send('POST', `/page/upload?${query}`, headers, bytes);
    return JSON.parse(body) as PageActResult;
  };
  return { slack, visitor, upload };
}

describe('files on the page', () => {
  it('are shared in the conversation, and given back as they were', async () => {
    const { slack, visitor, upload } = await open();
    const bytes = Buffer.from([0, 255, 13, 10, 128, 7]);
    const result = await upload('person=leo&channel=leads&name=plan%20%C3%A9.pdf', bytes);
    expect(result).toMatchObject({ ok: true });
    const [message] = slack.messages('#leads');
    const [file] = message?.files ?? [];
    expect(file).toMatchObject({ name: 'plan é.pdf', mimeType: 'application/pdf', size: 6 });
    const { cookie } = visitor;
    const own = await visitor.send('GET', `/page/files/${file?.id}?person=sofia`, { cookie });
    expect(own.status).toBe(200);
    expect(own.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-length': '6',
    });
    const other = await visitor.send('GET', `/page/files/${file?.id}?person=amira`, { cookie });
    expect(other.status).toBe(404);
  });

  it('can be replies', async () => {
    const { slack, upload } = await open();
    const { ts } = await slack.actAs('amira').post('#general', 'root');
    await upload(`person=amira&channel=general&thread=${ts}&name=a.txt`, Buffer.from('text'));
    expect(slack.thread('#general', ts)[1]).toMatchObject({ threadTs: ts, files: [{ size: 4 }] });
  });

  it.each([
    ['nobody’s', 'channel=general&name=a.txt', Buffer.from('x'), /person/],
    ['without a name', 'person=amira&channel=general', Buffer.from('x'), /name/],
    ['empty', 'person=amira&channel=general&name=a.txt', Buffer.alloc(0), /empty/],
    ['too large', 'person=amira&channel=general&name=a', Buffer.alloc(10_000_001), /too large/],
    [
      'for a channel they are not in',
      'person=amira&channel=leads&name=a',
      Buffer.from('x'),
      /not in it/,
    ],
    [
      'for an archived channel',
      'person=amira&channel=launch-2023&name=a',
      Buffer.from('x'),
      /archived/,
    ],
  ])('are refused when they are %s', async (_why, query, bytes, words) => {
    const { upload } = await open();
    expect(await upload(query, bytes)).toEqual({ ok: false, error: expect.stringMatching(words) });
  });
});
