import { describe, expect, test } from 'vitest';
import { createSlackDirectory } from '../../../src/slack/people/directory.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';
import { createScriptedWebApi } from '../../fakes/scripted-web-api.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const group = (handle: string, users: string[], more: object = {}) => ({
  id: `S${handle.toUpperCase()}`,
  handle,
  users,
  date_delete: 0,
  ...more,
});

/** A workspace whose members, guests apart, are told from their ids. */
function open(groups: object[]) {
  const clock = createTestClock();
  const { log, entries } = createRecordingLog();
  const api = createScriptedWebApi({
    'users.info': ({ user = '' }) => ({
      ok: true,
      user: { id: user, team_id: 'T1', is_restricted: user.startsWith('UGUEST') },
    }),
    'usergroups.list': () => ({ ok: true, usergroups: groups }),
  });
  const directory = createSlackDirectory({
    client: api.clients.reading,
    people: {
      leadUserIds: [],
      staffUserIds: ['USTAFF'],
      leadGroups: ['leads', '@chairs', 'SHEADS'],
      staffGroups: ['staff'],
    },
    ownWorkspace: { teamId: 'T1', enterpriseId: null },
    clock,
    log,
  });
  const lookUps = () => api.calls.filter(({ method }) => method === 'usergroups.list');
  return { directory, api, clock, groups, lookUps, entries };
}

describe('a user group makes', () => {
  test.each([
    ['leads of its members, by its handle', [group('leads', ['UANY'])], 'leads', ['leads']],
    ['leads, by its handle with an @', [group('chairs', ['UANY'])], 'leads', ['chairs']],
    ['leads, by its id', [group('heads', ['UANY'])], 'leads', ['heads']],
    [
      'staff of those who are leads as well',
      [group('leads', ['UANY']), group('staff', ['UANY'])],
      'staff',
      ['leads', 'staff'],
    ],
    ['nothing but a named group of others', [group('board', ['UANY'])], 'members', ['board']],
    ['nothing of those outside it', [group('leads', ['UOTHER'])], 'members', []],
    ['nothing once it is put away', [group('leads', ['UANY'], { date_delete: 1 })], 'members', []],
    [
      'nothing when it is another organisation’s',
      [group('leads', ['UANY'], { is_external: true })],
      'members',
      [],
    ],
    ['no audience when its handle is no name of one', [group('a.b_c', ['UANY'])], 'members', []],
  ])('%s', async (_name, groups, rank, names) => {
    const { directory } = open(groups);
    expect(await directory.rolesOf('UANY')).toEqual({ rank, groups: names });
  });

  test('nothing of a guest', async () => {
    const { directory, lookUps } = open([group('leads', ['UGUEST']), group('board', ['UGUEST'])]);
    expect(await directory.rolesOf('UGUEST')).toEqual({ rank: 'public', groups: [] });
    expect(lookUps()).toEqual([]);
  });
});

describe('user groups', () => {
  test('are asked for together with who is in them, once in five minutes', async () => {
    const { directory, clock, groups, lookUps } = open([]);
    await Promise.all(['UANY', 'UOTHER'].map((person) => directory.rolesOf(person)));
    groups.push(group('leads', ['UANY']));
    clock.advance(5 * 60_000 - 1);
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'members' });
    expect(lookUps().map((call) => call.arguments.include_users)).toEqual(['true']);
    clock.advance(1);
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'leads' });
    expect(lookUps()).toHaveLength(2);
  });

  test('are asked for anew once they have changed', async () => {
    const { directory, groups } = open([group('leads', ['UANY'])]);
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'leads' });
    groups.pop();
    directory.forgetGroups();
    expect(await directory.rolesOf('UANY')).toEqual({ rank: 'members', groups: [] });
  });

  test('that cannot be looked up make nobody more than they are, and are tried again', async () => {
    const { directory, api, clock, lookUps, entries } = open([group('leads', ['UANY', 'USTAFF'])]);
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'leads' });
    const works = api.handlers['usergroups.list'];
    api.handlers['usergroups.list'] = () => ({ ok: false, error: 'missing_scope' });
    clock.advance(5 * 60_000);
    expect(await directory.rolesOf('UANY')).toEqual({ rank: 'members', groups: [] });
    expect(await directory.rolesOf('USTAFF')).toEqual({ rank: 'staff', groups: [] });
    expect(lookUps()).toHaveLength(2);
    expect(entries.filter(({ msg }) => msg === 'user-groups-lookup-failed')).toHaveLength(1);
    if (works !== undefined) api.handlers['usergroups.list'] = works;
    clock.advance(15_000);
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'leads' });
  });

  test('of a shape nobody knows make nobody more than they are', async () => {
    const { directory } = open([{ handle: 'leads', users: ['UANY'] }]);
    expect(await directory.rolesOf('UANY')).toEqual({ rank: 'members', groups: [] });
  });
});

describe('all who are staff', () => {
  test('are those named and those in a group of staff, guests left out, each once', async () => {
    const { directory } = open([
      group('staff', ['UONE', 'USTAFF', 'UGUEST1']),
      group('leads', ['ULEAD']),
    ]);
    expect(await directory.findStaff()).toEqual({ people: ['USTAFF', 'UONE'], isComplete: true });
  });

  test('are not all known while groups or people cannot be looked up', async () => {
    const { directory, api } = open([]);
    api.handlers['usergroups.list'] = () => ({ ok: false, error: 'fatal_error' });
    expect(await directory.findStaff()).toEqual({ people: ['USTAFF'], isComplete: false });
    const other = open([]);
    other.api.handlers['users.info'] = () => ({ ok: false, error: 'fatal_error' });
    expect(await other.directory.findStaff()).toEqual({ people: [], isComplete: false });
  });

  test('are known without somebody whom nobody knows', async () => {
    const { directory, api } = open([]);
    api.handlers['users.info'] = () => ({ ok: false, error: 'user_not_found' });
    expect(await directory.findStaff()).toEqual({ people: [], isComplete: true });
  });
});
