import { describe, expect, it } from 'vitest';
import { callMethod } from './support/call-method.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

describe('calling a method', () => {
  it('refuses calls without a token, with a wrong one, and with the wrong kind', async () => {
    const slack = await start();
    const error = async (method: string, token: string | null) =>
      (await callMethod(slack, method, {}, { token })).body.error;
    expect(await error('auth.test', null)).toBe('not_authed');
    expect(await error('auth.test', 'xoxb-other')).toBe('invalid_auth');
    expect(await error('auth.test', slack.appToken)).toBe('not_allowed_token_type');
    expect(await error('apps.connections.open', slack.botToken)).toBe('not_allowed_token_type');
  });

  it('says so when it does not know the method', async () => {
    const slack = await start();
    const { body } = await callMethod(slack, 'chat.shout');
    expect(body).toEqual({ ok: false, error: 'unknown_method', req_method: 'chat.shout' });
  });

  it('takes the token as an argument too', async () => {
    const slack = await start();
    const values = { token: slack.botToken };
    const { body } = await callMethod(slack, 'auth.test', values, { token: null });
    expect(body).toMatchObject({ ok: true, user_id: 'U0CONCORD01', team_id: 'T0PARTNERS1' });
  });

  it('takes arguments from a form, from JSON and from the query alike', async () => {
    const slack = await start();
    const { id } = slack.actAs('leo').person;
    const form = await callMethod(slack, 'users.info', { user: id });
    const json = await callMethod(slack, 'users.info', { user: id }, { json: true });
    const query = await fetch(`${slack.url}users.info?user=${id}&token=${slack.botToken}`);
    expect(form.body).toMatchObject({ ok: true, user: { name: 'leo' } });
    expect(json.body).toEqual(form.body);
    expect(await query.json()).toEqual(form.body);
  });

  it('names the arguments that are missing or of the wrong type', async () => {
    const slack = await start();
    const missing = await callMethod(slack, 'chat.update', { channel: 'C0GENERAL00' });
    expect(missing.body).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: ts'] },
    });
    const wrong = await callMethod(slack, 'conversations.list', { limit: 'many' });
    expect(wrong.body).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] expected a whole number [json-pointer:/limit]'] },
    });
  });

  it('says so when a JSON body is none', async () => {
    const slack = await start();
    const response = await fetch(`${slack.url}auth.test`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${slack.botToken}`,
      },
      body: '{"a":',
    });
    expect(await response.json()).toEqual({ ok: false, error: 'invalid_json' });
  });

  it('keeps a record of calls and what came of them', async () => {
    const slack = await start();
    await callMethod(slack, 'auth.test');
    await callMethod(slack, 'users.info', { user: 'U0NOBODY000' });
    expect(slack.calls.map(({ method, outcome }) => [method, outcome])).toEqual([
      ['auth.test', 'ok'],
      ['users.info', 'user_not_found'],
    ]);
  });
});

describe('making calls go wrong', () => {
  it('fails a call before it takes effect, once', async () => {
    const slack = await start();
    slack.faults.failNext('chat.postMessage', { status: 503 });
    const values = { channel: 'C0GENERAL00', text: 'hello' };
    expect((await callMethod(slack, 'chat.postMessage', values)).status).toBe(503);
    expect(slack.messages('#general')).toEqual([]);
    expect((await callMethod(slack, 'chat.postMessage', values)).body.ok).toBe(true);
    expect(slack.messages('#general')).toHaveLength(1);
  });

  it('lets a call take effect and loses the response', async () => {
    const slack = await start();
    slack.faults.failNext('chat.postMessage', { afterEffect: true });
    const values = { channel: 'C0GENERAL00', text: 'hello' };
    const { status, body } = await callMethod(slack, 'chat.postMessage', values);
    expect([status, body.ok]).toEqual([500, false]);
    expect(slack.messages('#general')).toHaveLength(1);

    slack.faults.failNext('chat.postMessage', { afterEffect: true, dropConnection: true });
    await expect(callMethod(slack, 'chat.postMessage', values)).rejects.toThrow();
    expect(slack.messages('#general')).toHaveLength(2);
  });

  it('answers with an error code and a Retry-After', async () => {
    const slack = await start();
    slack.faults.failNext('auth.test', { error: 'fatal_error' });
    slack.faults.failNext('auth.test', { status: 429, error: 'ratelimited', retryAfter: 7 });
    const refused = await callMethod(slack, 'auth.test');
    expect([refused.status, refused.body.error]).toEqual([200, 'fatal_error']);
    const limited = await callMethod(slack, 'auth.test');
    expect([limited.status, limited.retryAfter]).toEqual([429, '7']);
  });
});
