import { describe, expect, test } from 'vitest';
import { silentLog } from '../../../src/observability/log.ts';
import { createSlackDirectory } from '../../../src/slack/people/directory.ts';
import { createScriptedWebApi } from '../../fakes/scripted-web-api.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

type Person = Record<string, unknown> & { id: string };

const member = (id: string, more: object = {}): Person => ({ id, team_id: 'T1', ...more });

interface Scene {
  people: Person[];
  groups?: object[];
  channel?: object;
  members?: string[];
  enterpriseId?: string;
}

function open(scene: Scene) {
  const clock = createTestClock();
  const people = new Map(scene.people.map((person) => [person.id, person]));
  const api = createScriptedWebApi({
    'usergroups.list': () => ({ ok: true, usergroups: scene.groups ?? [] }),
    'users.info': ({ user = '' }) =>
      people.has(user)
        ? { ok: true, user: people.get(user) }
        : { ok: false, error: 'user_not_found' },
    'users.list': ({ cursor, limit }) => page([...people.values()], 'members', cursor, limit),
    'conversations.info': () => ({ ok: true, channel: scene.channel ?? { id: 'C1' } }),
    'conversations.members': ({ cursor, limit }) =>
      page(scene.members ?? [], 'members', cursor, limit),
  });
  const directory = createSlackDirectory({
    client: api.clients.reading,
    people: {
      leadUserIds: ['ULEAD', 'UGUEST'],
      staffUserIds: ['USTAFF'],
      leadGroups: ['leads'],
      staffGroups: ['@staff', 'SSTAFF2'],
    },
    ownWorkspace: { teamId: 'T1', enterpriseId: scene.enterpriseId ?? null },
    clock,
    log: silentLog,
  });
  const countOf = (method: string) => api.calls.filter((call) => call.method === method).length;
  return { directory, api, clock, people, countOf };
}

function page(all: readonly unknown[], key: string, cursor = '0', limit = '100') {
  const start = Number(cursor);
  const end = start + Number(limit);
  const next_cursor = end < all.length ? String(end) : '';
  return { ok: true, [key]: all.slice(start, end), response_metadata: { next_cursor } };
}

const failure = () => Response.json({}, { status: 500 });

describe('the rank of', () => {
  test.each([
    ['a member', member('UANY'), 'members'],
    ['a lead', member('ULEAD'), 'leads'],
    ['somebody of the staff', member('USTAFF'), 'staff'],
    ['a guest, even if listed as a lead', member('UGUEST', { is_restricted: true }), 'public'],
    ['a single-channel guest', member('UANY', { is_ultra_restricted: true }), 'public'],
    ['a stranger', member('UANY', { is_stranger: true }), 'public'],
    ['somebody of another workspace', member('UANY', { team_id: 'T2' }), 'public'],
    ['somebody who left', member('UANY', { deleted: true }), 'public'],
    ['somebody invited who has not joined', member('UANY', { is_invited_user: true }), 'public'],
    ['somebody without a workspace', { id: 'UANY' }, 'public'],
  ])('%s', async (_name, person, rank) => {
    const { directory } = open({ people: [person] });
    expect(await directory.rolesOf(person.id)).toEqual({ rank, groups: [] });
  });

  test('a colleague in another workspace of the same organisation is a member’s', async () => {
    const person = member('UANY', { team_id: 'T2', enterprise_user: { enterprise_id: 'E1' } });
    const inside = open({ people: [person], enterpriseId: 'E1' });
    expect(await inside.directory.rolesOf('UANY')).toMatchObject({ rank: 'members' });
    const outside = open({ people: [person], enterpriseId: 'E2' });
    expect(await outside.directory.rolesOf('UANY')).toMatchObject({ rank: 'public' });
  });

  test('somebody who cannot be looked up is the narrowest, until they can', async () => {
    const { directory, people, api } = open({ people: [] });
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'public' });
    people.set('UANY', member('UANY'));
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'members' });
    api.handlers['users.info'] = failure;
    directory.forgetPerson('UANY');
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'public' });
  });

  test('somebody known is not asked for again for ten minutes, nor after a change', async () => {
    const { directory, people, clock, countOf } = open({ people: [member('UANY')] });
    await directory.rolesOf('UANY');
    people.set('UANY', member('UANY', { is_restricted: true }));
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'members' });
    expect(countOf('users.info')).toBe(1);
    directory.forgetPerson('UANY');
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'public' });
    people.set('UANY', member('UANY'));
    clock.advance(10 * 60_000);
    expect(await directory.rolesOf('UANY')).toMatchObject({ rank: 'members' });
    expect(countOf('users.info')).toBe(3);
  });
});

describe('who sees', () => {
  const two = [member('U1'), member('U2')];

  test('a direct message: that person', async () => {
    const { directory } = open({ people: two, channel: { is_im: true, user: 'U1' } });
    expect(await directory.visibilityOf('D1')).toEqual({ kind: 'direct', person: 'U1' });
  });

  test('a channel of members, with an app among them: members', async () => {
    const people = [...two, member('UBOT', { is_bot: true })];
    const { directory } = open({ people, members: ['U1', 'U2', 'UBOT'] });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'members' });
  });

  test.each([
    ['is shared', { is_ext_shared: true }],
    ['is about to be shared', { is_pending_ext_shared: true }],
  ])('a channel that %s: everybody', async (_name, channel) => {
    const { directory } = open({ people: two, members: ['U1'], channel });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
  });

  test('a channel with a guest on its last page of members: everybody', async () => {
    const people = Array.from({ length: 450 }, (_, index) => member(`U${index}`));
    people.push(member('UGUEST', { is_restricted: true }));
    const members = people.map(({ id }) => id);
    const { directory, countOf } = open({ people, members });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
    expect(countOf('conversations.members')).toBe(3);
    // Many are listed together, not asked for one by one.
    expect(countOf('users.info')).toBe(0);
    expect(countOf('users.list')).toBe(3);
  });

  test('a channel with a stranger whom the list of people leaves out: everybody', async () => {
    const people = Array.from({ length: 30 }, (_, index) => member(`U${index}`));
    const members = [...people.map(({ id }) => id), 'USTRANGER'];
    const { directory } = open({ people, members });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
  });

  test('a channel with many whom the list leaves out: everybody, without asking for each', async () => {
    const members = Array.from({ length: 60 }, (_, index) => `UELSEWHERE${index}`);
    const { directory, countOf } = open({ people: two, members });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
    expect(countOf('users.info')).toBe(0);
  });

  test('a channel with too many to look up: everybody', async () => {
    const members = Array.from({ length: 5_001 }, (_, index) => `U${index}`);
    const { directory, countOf } = open({ people: [], members });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
    expect(countOf('users.list')).toBe(0);
  });

  test.each(['conversations.info', 'conversations.members', 'users.info'])(
    'a channel while %s fails: everybody, and it is tried again',
    async (method) => {
      const { directory, api } = open({ people: two, members: ['U1', 'U2'] });
      const works = api.handlers[method];
      api.handlers[method] = failure;
      expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
      if (works !== undefined) api.handlers[method] = works;
      expect(await directory.visibilityOf('C1')).toEqual({ kind: 'members' });
    },
    10_000,
  );

  test('a channel is remembered for a minute', async () => {
    const { directory, clock, countOf } = open({ people: two, members: ['U1'] });
    await directory.visibilityOf('C1');
    await directory.visibilityOf('C1');
    expect(countOf('conversations.info')).toBe(1);
    clock.advance(60_000);
    await directory.visibilityOf('C1');
    expect(countOf('conversations.info')).toBe(2);
  });

  test('a channel somebody joins is looked up anew, even if it was just being looked up', async () => {
    const people = [...two, member('UGUEST', { is_restricted: true })];
    const members = ['U1', 'U2'];
    const { directory, api } = open({ people, members });
    const lookUp = api.handlers['users.info'];
    // The members have been read already when the guest joins.
    api.handlers['users.info'] = (call) => {
      if (!members.includes('UGUEST')) {
        members.push('UGUEST');
        directory.forgetChannel('C1');
      }
      return lookUp?.(call);
    };
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'members' });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
  });

  test('a channel with a member who becomes a guest: everybody from then on', async () => {
    const { directory, people } = open({ people: two, members: ['U1', 'U2'] });
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'members' });
    people.set('U2', member('U2', { is_restricted: true }));
    directory.forgetPerson('U2');
    expect(await directory.visibilityOf('C1')).toEqual({ kind: 'public' });
  });
});

describe('outsiders in a channel', () => {
  const guest = member('UG', { is_restricted: true });

  test('are named, and remembered until somebody comes or changes', async () => {
    const { directory, countOf } = open({ people: [member('U1'), guest], members: ['U1', 'UG'] });
    expect(directory.knownOutsidersIn('C1')).toBeNull();
    expect(await directory.outsidersIn('C1')).toEqual(['UG']);
    expect(directory.knownOutsidersIn('C1')).toEqual(['UG']);
    directory.forgetChannel('C1');
    expect(directory.knownOutsidersIn('C1')).toBeNull();
    await directory.outsidersIn('C1');
    expect(countOf('users.info')).toBe(2);
    directory.forgetPerson('UG');
    expect(directory.knownOutsidersIn('C1')).toBeNull();
  });

  test('are none where a channel is known to hold members alone', async () => {
    const { directory } = open({ people: [member('U1')], members: ['U1'] });
    await directory.visibilityOf('C1');
    expect(directory.knownOutsidersIn('C1')).toEqual([]);
  });

  test('of many channels are looked up in one list of everybody', async () => {
    const people = Array.from({ length: 40 }, (_, index) => member(`U${index}`));
    const members = [...people.map(({ id }) => id), 'UG'];
    const { directory, countOf } = open({ people: [...people, guest], members });
    const found = await Promise.all(['C1', 'C2', 'C3'].map((id) => directory.outsidersIn(id)));
    expect(found).toEqual([['UG'], ['UG'], ['UG']]);
    expect(countOf('users.list')).toBe(1);
    expect(countOf('users.info')).toBe(0);
  });
});
