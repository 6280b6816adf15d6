import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PageClient } from '../../../src/playground/page/client/page-client.ts';
import type { PageChange, PageState } from '../../../src/playground/page-api/page-protocol.ts';
import { conversationOf, sampleEphemeral, sampleMessage, samplePage } from './sample-page.ts';

/** What a browser gives a page to follow changes with; the test is the server. */
class FakeEventSource {
  static all: FakeEventSource[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string; lastEventId: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeEventSource.all.push(this);
  }

  close(): void {
    this.isClosed = true;
  }

  send(change: PageChange, revision: number): void {
    this.onmessage?.({ data: JSON.stringify(change), lastEventId: String(revision) });
  }
}

const answers: (() => Response | Promise<Response>)[] = [];
const requests: { address: string; body: unknown }[] = [];
const json = (value: unknown, status = 200): Response => Response.json(value, { status });
const answerState = (changes: Partial<PageState> = {}): void => {
  answers.push(() => json(samplePage(changes)));
};
const message = (ts: string) => ({ type: 'message', message: sampleMessage({ ts }) }) as const;

async function latestSource(count = 1): Promise<FakeEventSource> {
  const { all } = FakeEventSource;
  await vi.waitFor(() => expect(all).toHaveLength(count), { interval: 5 });
  const source = all.at(-1);
  if (source === undefined) throw new Error('nothing follows the changes');
  source.onopen?.();
  return source;
}

let client: PageClient;
const onRefused = vi.fn();
const texts = (): string[] => {
  const { page } = client.snapshot();
  return page === null ? [] : conversationOf(page).messages.map(({ ts }) => ts);
};

beforeEach(() => {
  FakeEventSource.all = [];
  answers.length = 0;
  requests.length = 0;
  onRefused.mockReset();
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal('fetch', (address: string, request?: RequestInit) => {
    requests.push({ address, body: JSON.parse(String(request?.body ?? 'null')) });
    const answer = answers.shift();
    return answer === undefined ? Promise.reject(new TypeError('refused')) : answer();
  });
  client = new PageClient(null, onRefused);
});

afterEach(() => {
  client.close();
  vi.unstubAllGlobals();
});

describe('the link to the local Slack', () => {
  test('follows changes from where the state was read', async () => {
    answerState({ revision: 7 });
    client.open();
    const source = await latestSource();
    expect(source.url).toBe('/page/changes?person=U0AMIRA0000&since=7');
    expect(client.snapshot().connection).toBe('open');
    source.send(message('1.000001'), 8);
    source.send(message('2.000001'), 8);
    expect(texts()).toEqual(['1.000001', '2.000001']);
  });

  test('says that the page was loaded until its state has been read, and not again', async () => {
    client.open();
    await vi.waitFor(() => expect(client.snapshot().connection).toBe('lost'), { interval: 5 });
    answerState();
    answerState({ revision: 5 });
    const source = await latestSource();
    source.send({ type: 'reload' }, 5);
    await vi.waitFor(() => expect(client.snapshot().page?.revision).toBe(5), { interval: 5 });
    expect(requests.map(({ address }) => address)).toEqual([
      '/page/state?loaded=now',
      '/page/state?loaded=now',
      '/page/state?person=U0AMIRA0000',
    ]);
  });

  test('leaves aside what the state held already', async () => {
    answerState({ revision: 7 });
    client.open();
    const source = await latestSource();
    source.send(message('1.000001'), 7);
    expect(texts()).toEqual([]);
  });

  test('tells listeners once about changes that come together', async () => {
    answerState();
    client.open();
    const source = await latestSource();
    const listener = vi.fn();
    client.subscribe(listener);
    source.send(message('1.000001'), 2);
    source.send(message('2.000001'), 3);
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), { interval: 5 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('reads anew when told, and loses nothing that comes meanwhile', async () => {
    answerState({ revision: 1 });
    client.open();
    const source = await latestSource();
    let answer = (_: Response): void => {};
    answers.push(() => new Promise((resolve) => (answer = resolve)));
    source.send({ type: 'reload' }, 2);
    source.send(message('1.000001'), 2);
    source.send(message('2.000001'), 3);
    answer(json(samplePage({ revision: 2 })));
    await vi.waitFor(() => expect(texts()).toEqual(['2.000001']), { interval: 5 });
    expect(FakeEventSource.all).toHaveLength(1);
  });

  test('connects again by itself after an interruption', async () => {
    answerState();
    client.open();
    const source = await latestSource();
    answerState({ revision: 9 });
    source.onerror?.();
    expect(client.snapshot().connection).toBe('lost');
    expect(source.isClosed).toBe(true);
    expect(client.snapshot().page).not.toBeNull();
    expect((await latestSource(2)).url).toContain('since=9');
    expect(client.snapshot().connection).toBe('open');
  });

  test('is told when the local Slack was started anew', async () => {
    answers.push(() => json({ ok: false, error: 'Load the page again.' }, 403));
    client.open();
    await vi.waitFor(() => expect(onRefused).toHaveBeenCalledOnce(), { interval: 5 });
    expect(client.snapshot().connection).toBe('lost');
  });

  test('an interrupted connection has no more say', async () => {
    answerState();
    client.open();
    const first = await latestSource();
    answerState();
    client.switchTo('U0TOM000000');
    await latestSource(2);
    first.onerror?.();
    expect(client.snapshot().connection).toBe('open');
  });

  test('acts as the person whose page is shown', async () => {
    answerState();
    client.open();
    await latestSource();
    answers.push(() => json({ ok: true }));
    expect(await client.act({ type: 'open-home' })).toEqual({ ok: true });
    expect(requests.at(-1)).toEqual({
      address: '/page/act',
      body: { person: 'U0AMIRA0000', action: { type: 'open-home' } },
    });
  });

  test('says what to do when nobody answers', async () => {
    const result = await client.act({ type: 'open-home' });
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining('npm start') });
  });

  test('what was put away does not come back when the state is read anew', async () => {
    const ephemeral = [sampleEphemeral({ ts: '1.000001' })];
    answerState({ ephemeral });
    client.open();
    const source = await latestSource();
    client.dismissEphemeral('C0GENERAL00', '1.000001');
    answerState({ ephemeral, revision: 5 });
    source.send({ type: 'reload' }, 5);
    await vi.waitFor(() => expect(client.snapshot().page?.revision).toBe(5), { interval: 5 });
    expect(client.snapshot().page?.ephemeral).toEqual([]);
  });

  test('the same notice is shown once', () => {
    client.notify('Link copied.');
    client.notify('Something else.');
    client.notify('Link copied.');
    expect(client.snapshot().notices.map(({ text }) => text)).toEqual([
      'Something else.',
      'Link copied.',
    ]);
  });
});
