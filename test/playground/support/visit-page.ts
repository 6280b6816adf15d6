import { request } from 'node:http';
import type { LocalSlack } from '../../../src/playground/index.ts';
import type {
  PageActResult,
  PageChange,
  PageState,
} from '../../../src/playground/page-api/page-protocol.ts';

export interface PageAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** What a page's connection for changes has brought so far. */
export interface FollowedChanges {
  changes: { revision: number; change: PageChange }[];
  /** Resolves with the first change that fits, come or to come. */
  until<Type extends PageChange['type']>(
    type: Type,
    fits?: (change: Extract<PageChange, { type: Type }>) => boolean,
  ): Promise<Extract<PageChange, { type: Type }>>;
  close(): void;
}

/** A browser that has loaded the page, as far as the server can tell. */
export interface PageVisitor {
  cookie: string;
  /** A bare request with these headers besides `Host`, which can be replaced too. */
  send(method: string, path: string, headers?: object, body?: string | Buffer): Promise<PageAnswer>;
  state(person: string): Promise<PageState>;
  /** `action` may be anything, to try what is refused. */
  act(person: string, action: unknown): Promise<PageActResult>;
  follow(person: string, since?: number): Promise<FollowedChanges>;
}

/** Loads the page, which brings the cookie that everything else needs. */
export async function visitPage({ pageUrl }: LocalSlack): Promise<PageVisitor> {
  const { origin } = new URL(pageUrl);
  const send: PageVisitor['send'] = (method, path, headers = {}, body = '') =>
    new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { method, headers: { ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const page = await send('GET', '/');
  const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
  return {
    cookie,
    send,
    async state(person) {
      const { body } = await send('GET', `/page/state?person=${person}`, { cookie });
      return JSON.parse(body) as PageState;
    },
    async act(person, action) {
      const headers = { cookie, origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ person, action });
      const answer = await send('POST', '/page/act', headers, body);
      return JSON.parse(answer.body) as PageActResult;
    },
    async follow(person, since) {
      const query = since === undefined ? '' : `&since=${since}`;
      return readChanges(`${origin}/page/changes?person=${person}${query}`, cookie);
    },
  };
}

async function readChanges(address: string, cookie: string): Promise<FollowedChanges> {
  const leaving = new AbortController();
  const response = await fetch(address, { headers: { cookie }, signal: leaving.signal });
  if (response.body === null) throw new Error(`no changes: ${response.status}`);
  const changes: FollowedChanges['changes'] = [];
  let announce = (): void => undefined;
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let rest = '';
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + part).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events.filter((text) => !text.startsWith(':'))) {
        const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(event) ?? [];
        changes.push({ revision: Number(id), change: JSON.parse(data ?? '') as PageChange });
      }
      announce();
    }
  };
  // The connection ends when the page or the server goes away.
  read(response.body).catch(() => undefined);
  return {
    changes,
    until: (type, fits = () => true) =>
      new Promise((resolve) => {
        type Wanted = Parameters<typeof fits>[0];
        const isWanted = (change: PageChange): change is Wanted =>
          change.type === type && fits(change as Wanted);
        announce = () => {
          const found = changes.map(({ change }) => change).find(isWanted);
          if (found !== undefined) resolve(found);
        };
        announce();
      }),
    close: () => leaving.abort(),
  };
}
