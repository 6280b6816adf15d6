import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { exampleQuestions } from '../../src/slack/example-questions.ts';

const root = resolve(import.meta.dirname, '../..');
const schemaPath = resolve(root, '../shared/slack/manifest/manifest.schema.2.0.0.json');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = readJson(join(root, 'manifest.json'));

const sources = globSync('src/slack/**/*.ts', { cwd: root }).map((path) =>
  readFileSync(join(root, path), 'utf8'),
);
const code = sources.join('\n');

/** Scopes that subscribing to an event takes, as Slack documents them event by event. */
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

/** Scopes that calling a method takes. */
const scopesOfMethods: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  'conversations.members': ['channels:read', 'groups:read', 'im:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'usergroups.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.push': [],
};

function eventsInCode(): string[] {
  const named = [...code.matchAll(/app\.event\('([a-z_.]+)'/g)].map((match) => match[1] ?? '');
  const messages = code.includes('app.message(')
    ? ['message.im', 'message.channels', 'message.groups']
    : [];
  return [...new Set([...named, ...messages])].sort();
}

function methodsInCode(): string[] {
  const families =
    'assistant\\.threads|auth|chat|conversations|users|usergroups|views|reactions|files';
  const called = [...code.matchAll(new RegExp(`\\b(?:${families})\\.[a-zA-Z]+(?=\\()`, 'g'))];
  const paginated = [...code.matchAll(/paginate\('([a-zA-Z.]+)'/g)].map((match) => match[1] ?? '');
  return [...new Set([...called.map((match) => match[0]), ...paginated])].sort();
}

describe('the manifest', () => {
  test('follows Slack’s schema', ({ skip }) => {
    skip(!existsSync(schemaPath), `${schemaPath} is missing: the schema was not checked`);
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    const validate = ajv.compile(readJson(schemaPath));
    const problems = validate(manifest) ? [] : validate.errors;
    expect(problems).toEqual([]);
    expect(validate({ ...manifest, display_information: {} })).toBe(false);
  });

  test('subscribes to exactly the events that the code listens to', () => {
    expect(eventsInCode().length).toBeGreaterThan(5);
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(eventsInCode());
  });

  test('asks for exactly the scopes that events and calls take', () => {
    expect(methodsInCode()).toEqual(Object.keys(scopesOfMethods).sort());
    const needed = new Set([
      ...eventsInCode().flatMap((event) => scopesOfEvents[event] ?? [`unknown event ${event}`]),
      ...methodsInCode().flatMap((method) => scopesOfMethods[method] ?? [`unknown ${method}`]),
    ]);
    const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
    expect([...bot, ...optional].sort()).toEqual([...needed].sort());
    expect(bot).not.toContain('chat:write.public');
    expect(bot).not.toContain('chat:write.customize');
  });

  test('is an agent over Socket Mode that people can write to', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.features.assistant_view).toBeUndefined();
    expect(manifest.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  test('suggests the questions that the code suggests', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(exampleQuestions);
    expect(exampleQuestions.length).toBeLessThanOrEqual(4);
  });
});
