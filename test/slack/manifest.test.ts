import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';

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
  agent_session_stopped: ['assistant:write'],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

/** Scopes that calling a method takes. */
const scopesOfMethods: Readonly<Record<string, readonly string[]>> = {
  'agents.sessions.rename': ['assistant:write'],
  'agents.sessions.setStatus': ['assistant:write'],
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.appendStream': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postMessage': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read', 'im:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'usergroups.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

function eventsInCode(): string[] {
  const named = [...code.matchAll(/app\.event\('([a-z_.]+)'/g)].map((match) => match[1] ?? '');
  const messages = code.includes('app.message(')
    ? ['message.im', 'message.channels', 'message.groups']
    : [];
  // Read before Bolt sees it, for it cannot wait behind what it is to stop.
  const stop = code.includes("z.literal('agent_session_stopped')") ? ['agent_session_stopped'] : [];
  return [...new Set([...named, ...messages, ...stop])].sort();
}

/** What is listened to by name. */
function namesIn(kind: 'command' | 'shortcut'): string[] {
  const told = [...code.matchAll(new RegExp(`app\\.${kind}\\('([^']+)'`, 'g'))];
  // Those of reports are listened to under the name that is used elsewhere, too.
  const named = [...code.matchAll(/name: (\w+Command),/g)].flatMap(([, constant]) => [
    ...code.matchAll(new RegExp(`const ${constant} = '(/[^']+)'`, 'g')),
  ]);
  return (kind === 'command' ? [...told, ...named] : told).map((match) => match[1] ?? '').sort();
}

function methodsInCode(): string[] {
  const families =
    'agents\\.sessions|assistant\\.threads|auth|chat|conversations|users|usergroups|views|reactions|files';
  const called = [
    ...code.matchAll(new RegExp(`(?<=[^.]\\.)(?:${families})\\.[a-zA-Z]+(?=\\()`, 'g')),
  ];
  const paginated = [...code.matchAll(/paginate\('([a-zA-Z.]+)'/g)].map((match) => match[1] ?? '');
  const uploading = code.includes('.filesUploadV2(')
    ? ['files.completeUploadExternal', 'files.getUploadURLExternal']
    : [];
  const named = called.map((match) => match[0]);
  return [...new Set([...named, ...paginated, ...uploading])].sort();
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
      ...(namesIn('command').length + namesIn('shortcut').length > 0 ? ['commands'] : []),
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

  test('offers exactly the commands and shortcuts that the code listens to', () => {
    const { slash_commands: commands, shortcuts } = manifest.features;
    expect(commands.map((each: { command: string }) => each.command)).toEqual(namesIn('command'));
    const callbacks = shortcuts.map((each: { callback_id: string }) => each.callback_id);
    expect(callbacks.sort()).toEqual(namesIn('shortcut').sort());
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  test('has a home tab, for one is published', () => {
    expect(code).toContain('views.publish(');
    expect(manifest.features.app_home.home_tab_enabled).toBe(true);
  });
});
