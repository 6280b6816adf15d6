import { describe, expect, test } from 'vitest';
import { createFindReach } from '../../../../src/slack/notices/composing/reach.ts';
import type { Standing } from '../../../../src/slack/people/person-standing.ts';
import type { WebClients } from '../../../../src/slack/web/web-clients.ts';

interface Channel {
  members: string[] | null;
  isMember?: boolean;
  isArchived?: boolean;
}

/** Looks up whom a notice reaches in a workspace of these channels. */
function finder(channels: Record<string, Channel>, mostMs = 1_000) {
  const info = async ({ channel }: { channel: string }) => {
    const { isMember = true, isArchived = false } = channels[channel] ?? {};
    return { channel: { is_member: isMember, is_archived: isArchived } };
  };
  const standings: Record<string, Standing> = { BOT: 'robot', GUEST: 'outsider' };
  return createFindReach({
    clients: { reading: { conversations: { info } } } as unknown as WebClients,
    directory: {
      standingOf: async (person) => standings[person] ?? 'member',
      membersOf: async (channel) => {
        const members = channels[channel]?.members;
        if (members === undefined) throw new Error('unknown');
        return members;
      },
      visibilityOf: async () => ({ kind: 'members' }),
    },
    clock: { now: () => Date.now() },
    mostMs,
  });
}

describe('whom a notice reaches', () => {
  test('everybody once, and no apps', async () => {
    const find = finder({
      C1: { members: ['AMIRA', 'TOM', 'BOT'] },
      C2: { members: ['TOM', 'LEO', 'BOT'] },
    });
    const reach = await find({ channels: ['C1', 'C2'], people: ['LEO', 'SOFIA'] });
    expect(reach).toMatchObject({ people: 4, isComplete: true, outsiders: [], notIn: [] });
  });

  test('channels that Concord is not in, or nobody can write in', async () => {
    const find = finder({
      C1: { members: ['TOM'], isMember: false },
      C2: { members: ['LEO'], isArchived: true },
    });
    const reach = await find({ channels: ['C1', 'C2'], people: [] });
    expect(reach).toMatchObject({ people: 1, notIn: ['C1'], archived: ['C2'] });
  });

  test('guests by where they would see it', async () => {
    const find = finder({ C1: { members: ['TOM', 'GUEST'] } });
    const { outsiders } = await find({ channels: ['C1'], people: [] });
    expect(outsiders).toEqual([{ person: 'GUEST', channel: 'C1' }]);
    const both = finder({ C1: { members: ['GUEST'] }, C2: { members: ['GUEST'] } });
    const { outsiders: twice, people } = await both({ channels: ['C1', 'C2'], people: [] });
    expect(twice.map(({ channel }) => channel).toSorted()).toEqual(['C1', 'C2']);
    expect(people).toBe(1);
    const direct = await find({ channels: [], people: ['GUEST'] });
    expect(direct.outsiders).toEqual([{ person: 'GUEST', channel: null }]);
  });

  test('at least those known, when a channel is too large or cannot be looked up', async () => {
    const large = finder({ C1: { members: null }, C2: { members: ['TOM'] } });
    const first = await large({ channels: ['C1', 'C2'], people: [] });
    expect(first).toMatchObject({ people: 1, isComplete: false });
    const second = await finder({ C2: { members: ['TOM'] } })({
      channels: ['C2', 'C9'],
      people: [],
    });
    expect(second).toMatchObject({ people: 1, isComplete: false });
  });

  test('at least those known when time is up', async () => {
    const find = createFindReach({
      clients: {
        reading: { conversations: { info: () => new Promise(() => {}) } },
      } as unknown as WebClients,
      directory: {
        standingOf: async () => 'member',
        membersOf: async () => [],
        visibilityOf: async () => ({ kind: 'members' }),
      },
      clock: { now: () => Date.now() },
      mostMs: 20,
    });
    const reach = await find({ channels: ['C1'], people: ['TOM'] });
    expect(reach).toMatchObject({ people: 1, isComplete: false });
  });
});
