import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { environmentSchema, readConfig } from '../src/config.ts';
import { ConcordError } from '../src/errors.ts';

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, '/srv/concord');
  } catch (error) {
    if (error instanceof ConcordError && error.code === 'configuration-invalid') {
      return error.message;
    }
    throw error;
  }
  return '';
}

describe('configuration', () => {
  test('an empty environment means local Slack, local embedder and the sample corpus', () => {
    const config = readConfig({}, '/srv/concord');
    expect(config.slack).toBeNull();
    expect(config.embedder).toEqual({ kind: 'local' });
    expect(config.library.directories).toEqual(['/srv/concord/corpus']);
    expect(config.library.defaultAudience).toBe('members');
    expect(config.databaseLocation).toBe('/srv/concord/data/concord.sqlite');
  });

  test('empty strings count as not set', () => {
    const emptied = Object.fromEntries(
      Object.keys(environmentSchema.shape).map((key) => [key, '']),
    );
    expect(readConfig(emptied, '/srv')).toEqual(readConfig({}, '/srv'));
  });

  test('.env.example names every variable, and no other', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8'));
    expect(Object.keys(example).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
    expect(() => readConfig(example, '/srv')).not.toThrow();
  });

  test('all problems are reported at once, each naming its variable', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'secret',
      SLACK_HTTP_PORT: '70000',
      OPENAI_BASE_URL: 'ftp://example.org',
      LIBRARY_DEFAULT_AUDIENCE: 'everyone',
      DATABASE_URL: 'mysql://x',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_HTTP_PORT',
      'OPENAI_BASE_URL',
      'LIBRARY_DEFAULT_AUDIENCE',
      'DATABASE_URL',
    ]) {
      expect(problems).toContain(`${name}: `);
    }
    expect(problems).not.toContain('secret');
  });

  test('a half-configured Slack is an error, not the local Slack', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toContain('SLACK_APP_TOKEN');
    expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-1' })).toContain('SLACK_BOT_TOKEN');
    expect(problemsOf({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1' })).toContain(
      'SLACK_SIGNING_SECRET',
    );
  });

  test('both modes are read in full', () => {
    const socket = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, '/srv');
    expect(socket.slack).toMatchObject({ mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' });
    const http = readConfig(
      { SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' },
      '/srv',
    );
    expect(http.slack).toMatchObject({ mode: 'http', signingSecret: 's', port: 3000 });
  });

  test('a key switches to remote embeddings unless EMBEDDER says otherwise', () => {
    expect(readConfig({ OPENAI_API_KEY: 'k' }, '/srv').embedder.kind).toBe('openai');
    expect(readConfig({ OPENAI_API_KEY: 'k', EMBEDDER: 'local' }, '/srv').embedder.kind).toBe(
      'local',
    );
    expect(problemsOf({ EMBEDDER: 'openai' })).toContain('OPENAI_API_KEY');
  });

  test('a model is asked only when one is named, and a local server needs no key', () => {
    expect(readConfig({ OPENAI_API_KEY: 'k' }, '/srv').chat).toBeNull();
    expect(readConfig({ CHAT_MODEL: 'small', OPENAI_API_KEY: 'k' }, '/srv').chat).toEqual({
      model: 'small',
      apiKey: 'k',
      baseUrl: undefined,
      timeoutMs: 60_000,
      totalTimeoutMs: 120_000,
      answerTimeoutMs: 90_000,
      summaryTimeoutMs: 600_000,
      temperature: 0,
      reasoningEffort: undefined,
      thinkingTokens: 0,
      concurrency: 4,
      output: 'auto',
      secondOpinion: false,
      cache: true,
    });
    const careful = { CHAT_MODEL: 'small', OPENAI_API_KEY: 'k', CHAT_SECOND_OPINION: 'on' };
    expect(readConfig(careful, '/srv').chat?.secondOpinion).toBe(true);
    const local = { CHAT_MODEL: 'small', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' };
    expect(readConfig(local, '/srv').chat?.apiKey).toBeNull();
    expect(problemsOf({ CHAT_MODEL: 'small' })).toContain('CHAT_API_KEY: ');
    const wrong = problemsOf({
      CHAT_TEMPERATURE: '3',
      CHAT_CONCURRENCY: '0',
      CHAT_OUTPUT: 'xml',
      CHAT_SECOND_OPINION: 'maybe',
    });
    for (const name of [
      'CHAT_TEMPERATURE',
      'CHAT_CONCURRENCY',
      'CHAT_OUTPUT',
      'CHAT_SECOND_OPINION',
    ]) {
      expect(wrong).toContain(`${name}: `);
    }
    expect(problemsOf({ CHAT_REASONING_EFFORT: 'low!' })).toContain('one word');
    expect(problemsOf({ CHAT_TEMPERATURE: 'warm' })).toContain('expected a number from 0 to 2');
  });

  test('a model may be elsewhere than the embedder, and does not get its key there', () => {
    const common = { CHAT_MODEL: 'small', OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://a.test' };
    const elsewhere = { ...common, CHAT_BASE_URL: 'http://b.test' };
    expect(readConfig(common, '/srv').chat).toMatchObject({
      apiKey: 'k',
      baseUrl: 'https://a.test',
    });
    expect(readConfig(elsewhere, '/srv')).toMatchObject({
      chat: { apiKey: null, baseUrl: 'http://b.test' },
      embedder: { apiKey: 'k', baseUrl: 'https://a.test' },
    });
    const { chat } = readConfig({ ...elsewhere, CHAT_API_KEY: 'own' }, '/srv');
    expect(chat).toMatchObject({ apiKey: 'own', baseUrl: 'http://b.test' });
    const same = { ...common, CHAT_BASE_URL: 'https://a.test' };
    expect(readConfig(same, '/srv').chat?.apiKey).toBe('k');
    const onlyChat = readConfig({ CHAT_MODEL: 'small', CHAT_API_KEY: 'own' }, '/srv');
    expect(onlyChat.embedder.kind).toBe('local');
  });

  test('an answer of the model may take twice as long as its beginning, unless said', () => {
    const local = { CHAT_MODEL: 'small', CHAT_BASE_URL: 'http://127.0.0.1:11434/v1' };
    const totalOf = (more: Record<string, string>) =>
      readConfig({ ...local, ...more }, '/srv').chat?.totalTimeoutMs;
    expect(totalOf({ CHAT_TIMEOUT_MS: '300000' })).toBe(600_000);
    expect(totalOf({ CHAT_TOTAL_TIMEOUT_MS: '30000' })).toBe(30_000);
    expect(problemsOf({ CHAT_TOTAL_TIMEOUT_MS: '10' })).toContain('CHAT_TOTAL_TIMEOUT_MS: ');
  });

  test('DATABASE_URL alone switches to PostgreSQL', () => {
    const url = 'postgres://concord@127.0.0.1:5432/concord';
    expect(readConfig({ DATABASE_URL: url }, '/srv').databaseLocation).toBe(url);
  });

  test('user groups are named by handle or id, a handle with or without its @', () => {
    const { people } = readConfig(
      { SLACK_LEAD_GROUPS: '@clinical-leads, board', SLACK_STAFF_GROUPS: 'S0123456789' },
      '/srv',
    );
    expect(people).toMatchObject({
      leadGroups: ['clinical-leads', 'board'],
      staffGroups: ['S0123456789'],
    });
    const problems = problemsOf({ SLACK_LEAD_GROUPS: 'Clinical leads' });
    expect(problems).toContain('SLACK_LEAD_GROUPS: ');
    expect(problems).toContain('@clinical-leads');
  });

  test('staff are told in a channel only when its id is given', () => {
    expect(readConfig({}, '/srv').staffChannel).toBeNull();
    expect(readConfig({ SLACK_STAFF_CHANNEL: 'C0STAFF0000' }, '/srv').staffChannel).toBe(
      'C0STAFF0000',
    );
    expect(problemsOf({ SLACK_STAFF_CHANNEL: '#staff' })).toContain('SLACK_STAFF_CHANNEL: ');
  });

  test('questions and feedback are kept for a year, or as many days as are said', () => {
    expect(readConfig({}, '/srv').keepDays).toBe(365);
    expect(readConfig({ KEEP_DAYS: '1' }, '/srv').keepDays).toBe(1);
    expect(readConfig({ KEEP_DAYS: '3650' }, '/srv').keepDays).toBe(3_650);
    for (const wrong of ['0', '3651', '1.5', 'forever']) {
      expect(problemsOf({ KEEP_DAYS: wrong }), wrong).toContain(
        'KEEP_DAYS: expected a whole number from 1 to 3650',
      );
    }
  });

  test('passages are reranked only when RERANK says by what', () => {
    expect(readConfig({ RERANK_URL: 'http://a.test/rerank' }, '/srv').rerank).toBeNull();
    const endpoint = { RERANK: 'endpoint', RERANK_URL: 'http://a.test/rerank' };
    expect(readConfig(endpoint, '/srv').rerank).toEqual({
      kind: 'endpoint',
      url: 'http://a.test/rerank',
      model: null,
      apiKey: null,
      timeoutMs: 2_000,
    });
    expect(problemsOf({ RERANK: 'endpoint' })).toContain('RERANK_URL: ');
    expect(problemsOf({ RERANK: 'model' })).toContain('CHAT_MODEL: ');
    expect(problemsOf({ RERANK: 'best' })).toContain('RERANK: ');
  });
});
