import { expect, test } from 'vitest';
import { createFindChannel } from '../../../src/slack/web/find-channel.ts';
import { createScriptedWebApi } from '../../fakes/scripted-web-api.ts';

const general = { id: 'C0GENERAL', name: 'general' };
const board = { id: 'C0BOARD', name: 'board' };

test('finds channels by name on all pages, looking them up once', async () => {
  const { clients, calls } = createScriptedWebApi({
    'conversations.list': ({ cursor }) =>
      cursor === undefined
        ? { ok: true, channels: [general], response_metadata: { next_cursor: 'more' } }
        : { ok: true, channels: [board], response_metadata: { next_cursor: '' } },
  });
  const find = createFindChannel(clients.reading);
  expect(await find('board')).toBe('C0BOARD');
  expect(await find('general')).toBe('C0GENERAL');
  expect(await find('random')).toBeNull();
  expect(calls).toHaveLength(2);
});

test('does with public channels where private ones may not be listed', async () => {
  const { clients } = createScriptedWebApi({
    'conversations.list': ({ types }) =>
      types === 'public_channel'
        ? { ok: true, channels: [general] }
        : { ok: false, error: 'missing_scope' },
  });
  expect(await createFindChannel(clients.reading)('general')).toBe('C0GENERAL');
});

test('says what to do when Slack refuses', async () => {
  const { clients } = createScriptedWebApi({
    'conversations.list': () => ({ ok: false, error: 'invalid_auth' }),
  });
  await expect(createFindChannel(clients.reading)('general')).rejects.toMatchObject({
    code: 'slack-not-connected',
    forPeople: /SLACK_BOT_TOKEN \(invalid_auth\)/,
  });
});
