import { describe, expect, it } from 'vitest';
import { useLocalSlack } from './support/use-local-slack.ts';
import { visitPage } from './support/visit-page.ts';

const start = useLocalSlack();
const post = { person: 'amira', action: { type: 'post', channel: 'general', text: 'hello' } };

async function open() {
  const slack = await start();
  const visitor = await visitPage(slack);
  const { origin, port } = new URL(slack.pageUrl);
  return { slack, visitor, origin, port, cookie: visitor.cookie };
}

describe('the page', () => {
  it('is served with a policy that lets nothing in from elsewhere', async () => {
    const { visitor } = await open();
    const { status, headers, body } = await visitor.send('GET', '/');
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(body).not.toMatch(/<script(?![^>]* src=)|https?:\/\/(?!www\.w3\.org)/);
  });

  it('draws a new nonce each time it is loaded', async () => {
    const { visitor } = await open();
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await visitor.send('GET', '/');
        const nonce = /nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
        expect(body).toContain(`nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('never holds a token of the app', async () => {
    const { slack, visitor } = await open();
    const { body } = await visitor.send('GET', '/');
    const state = JSON.stringify(await visitor.state('sofia'));
    for (const secret of [slack.botToken, slack.appToken, slack.signingSecret]) {
      expect(body + state).not.toContain(secret);
    }
  });
});

describe('requests from elsewhere', () => {
  it('are refused when they name another host, as after DNS rebinding', async () => {
    const { visitor, port, cookie } = await open();
    for (const host of [`evil.example:${port}`, 'evil.example', '127.0.0.1', `[::1]:${port}`]) {
      expect((await visitor.send('GET', '/', { host })).status).toBe(403);
      expect((await visitor.send('GET', '/page/state', { host, cookie })).status).toBe(403);
    }
    const local = { host: `localhost:${port}`, cookie };
    expect((await visitor.send('GET', '/page/state', local)).status).toBe(200);
  });

  it('are refused without the cookie of this start', async () => {
    const { visitor, cookie } = await open();
    const other = await open();
    const wrong = [undefined, '', `${cookie}x`, cookie.slice(0, -1), other.cookie];
    for (const path of ['/page/state', '/page/changes', '/page/main.js']) {
      for (const given of wrong) {
        const headers = given === undefined ? {} : { cookie: given };
        expect((await visitor.send('GET', path, headers)).status).toBe(403);
      }
    }
  });

  it('are refused when another origin asks the browser to act', async () => {
    const { slack, visitor, origin, port, cookie } = await open();
    const body = JSON.stringify(post);
    const json = { 'content-type': 'application/json', cookie };
    for (const headers of [
      json,
      { ...json, origin: 'null' },
      { ...json, origin: 'http://evil.example' },
      { ...json, origin: `http://127.0.0.1:${Number(port) + 1}` },
      { ...json, origin, 'sec-fetch-site': 'cross-site' },
      { ...json, origin, 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await visitor.send('POST', '/page/act', headers, body)).status).toBe(403);
      expect((await visitor.send('POST', '/page/upload', headers, body)).status).toBe(403);
    }
    const reading = { cookie, 'sec-fetch-site': 'same-site' };
    expect((await visitor.send('GET', '/page/state', reading)).status).toBe(403);
    expect(slack.messages('#general')).toEqual([]);
  });

  it('are told nothing but to load the page again', async () => {
    const { visitor } = await open();
    const { body } = await visitor.send('GET', '/page/state');
    expect(JSON.parse(body)).toEqual({
      ok: false,
      error: expect.stringContaining('Load the page'),
    });
  });
});
