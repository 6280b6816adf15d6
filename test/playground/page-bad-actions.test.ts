import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useLocalSlack } from './support/use-local-slack.ts';
import { visitPage } from './support/visit-page.ts';

const start = useLocalSlack();
const channel = 'C0GENERAL00';
const ts = '1700000000.000100';

describe('what the page cannot ask for', () => {
  it.each([
    ['no action', undefined],
    ['an unknown action', { type: 'uninstall' }],
    ['more than is known', { type: 'open-home', token: 'x' }],
    ['an empty message', { type: 'post', channel, text: ' \n', thread: null }],
    ['a message without an end', { type: 'post', channel, text: 'x'.repeat(40_001), thread: null }],
    ['a reply to nothing', { type: 'post', channel, text: 'x', thread: 'soon' }],
    ['a reply to a message that is not there', { type: 'post', channel, text: 'x', thread: ts }],
    ['a channel that is not there', { type: 'post', channel: 'C0', text: 'x', thread: null }],
    ['a property of objects', { type: 'post', channel: '__proto__', text: 'x', thread: null }],
    ['a channel of others', { type: 'post', channel: 'leads', text: 'x', thread: null }],
    ['an edit of nothing', { type: 'edit', channel, ts, text: 'x' }],
    ['no emoji', { type: 'react', channel, ts, name: '<b>' }],
    [
      'a command without a slash',
      { type: 'slash', command: 'ask', text: '', channel, thread: null },
    ],
    ['time that runs back', { type: 'advance-clock', milliseconds: -1 }],
    ['parts of milliseconds', { type: 'advance-clock', milliseconds: 0.5 }],
    ['a thousand years', { type: 'advance-clock', milliseconds: 3e13 }],
    ['an unknown fault', { type: 'start-fault', kind: 'fire', left: 1 }],
    ['a fault that never happens', { type: 'start-fault', kind: 'rate-limit', left: 0 }],
    ['an element of nothing', { type: 'suggest', where: {}, actionId: 'a', typed: '' }],
    ['objects as entries', { type: 'submit-view', viewId: 'V0', entries: { a: { b: 1 } } }],
  ])('is %s', async (_what, action) => {
    const slack = await start();
    const before = structuredClone(slack.messages('#general'));
    const visitor = await visitPage(slack);
    const result = await visitor.act('amira', action);
    expect(result).toEqual({ ok: false, error: expect.stringMatching(/\w{3}/) });
    expect(slack.messages('#general')).toEqual(before);
  });

  it('does not say which conversations of others there are', async () => {
    const visitor = await visitPage(await start());
    const answers = await Promise.all(
      ['leads', 'C0LEADS0000', 'no-such-channel', 'DTOM000000', '__proto__'].map((name) =>
        visitor.act('george', { type: 'post', channel: name, text: 'x', thread: null }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(JSON.stringify(answers)).not.toMatch(/#|leads/);
  });

  it('is anything in the name of nobody, of the app or of somebody who has left', async () => {
    const slack = await start();
    slack.administer.changePerson('tom', { deleted: true });
    const visitor = await visitPage(slack);
    for (const person of ['nobody', 'concord', 'tom', '', '__proto__']) {
      expect(await visitor.act(person, { type: 'open-home' })).toMatchObject({ ok: false });
    }
    expect(slack.workspace.events.filter(({ type }) => type === 'app_home_opened')).toEqual([]);
  });

  it('is anything that is no JSON', async () => {
    const slack = await start();
    const visitor = await visitPage(slack);
    const { origin } = new URL(slack.pageUrl);
    const type = 'application/json';
    for (const [body, contentType] of [
      ['{', type],
      ['', type],
      ['"text"', type],
      [JSON.stringify({ person: 'amira', action: { type: 'reset' } }), 'text/plain'],
      [`{"person":"${'x'.repeat(2_000_000)}"}`, type],
    ] as const) {
      const headers = { cookie: visitor.cookie, origin, 'content-type': contentType };
      const answer = await visitor.send('POST', '/page/act', headers, body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false });
    }
  });

  it('never ends the local Slack, whatever it is', async () => {
    const slack = await start();
    const visitor = await visitPage(slack);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (action) => {
        expect(await visitor.act('amira', action)).toMatchObject({ ok: false });
      }),
      { numRuns: 100 },
    );
    expect((await visitor.state('amira')).team.id).toBe(slack.workspace.team.id);
  });
});
