import { describe, expect, test } from 'vitest';
import {
  type AudienceRank,
  audienceOfAnswer,
  type ChannelVisibility,
  type Directory,
  narrower,
} from '../../src/people/index.ts';

function directory(
  rank: AudienceRank,
  visibility: ChannelVisibility,
  groups: string[] = [],
): Directory {
  return {
    rolesOf: async () => ({ rank, groups }),
    visibilityOf: async () => visibility,
    forgetPerson: () => {},
    forgetChannel: () => {},
    hasLeft: async () => false,
    forgetGroups: () => {},
  };
}

const direct: ChannelVisibility = { kind: 'direct', person: 'U1' };
const members: ChannelVisibility = { kind: 'members' };
const open: ChannelVisibility = { kind: 'public' };

describe('an answer may draw on', () => {
  test.each<[string, AudienceRank, ChannelVisibility, string[], string[]]>([
    [
      'all that a lead may read, in a direct message',
      'leads',
      direct,
      ['public', 'members', 'leads'],
      ['public', 'members', 'leads'],
    ],
    ['public ones for a guest in a direct message', 'public', direct, ['public'], ['public']],
    [
      'members’ ones in a channel of members',
      'members',
      members,
      ['public', 'members'],
      ['public', 'members'],
    ],
    [
      'no more than members’ ones there, for leads',
      'leads',
      members,
      ['public', 'members'],
      ['public', 'members', 'leads'],
    ],
    [
      'no more than members’ ones there, for staff',
      'staff',
      members,
      ['public', 'members'],
      ['public', 'members', 'leads', 'staff'],
    ],
    ['public ones there, for somebody unknown', 'public', members, ['public'], ['public']],
    [
      'public ones where others read along',
      'staff',
      open,
      ['public'],
      ['public', 'members', 'leads', 'staff'],
    ],
  ])('%s', async (_name, rank, visibility, audiences, alone) => {
    const answer = await audienceOfAnswer(directory(rank, visibility), 'U1', 'C1');
    expect(answer).toEqual({ audiences, alone });
  });

  test('a person’s groups in a direct message only', async () => {
    const inPrivate = await audienceOfAnswer(directory('members', direct, ['board']), 'U1', 'D1');
    expect(inPrivate.audiences).toEqual(['public', 'members', 'group:board']);
    const inChannel = await audienceOfAnswer(directory('members', members, ['board']), 'U1', 'C1');
    expect(inChannel).toEqual({
      audiences: ['public', 'members'],
      alone: ['public', 'members', 'group:board'],
    });
  });

  test('public ones in a direct message that is somebody else’s', async () => {
    const answer = await audienceOfAnswer(directory('staff', direct), 'U2', 'D1');
    expect(answer.audiences).toEqual(['public']);
  });
});

test('of two ranks the narrower reads less', () => {
  expect(narrower('staff', 'members')).toBe('members');
  expect(narrower('public', 'leads')).toBe('public');
  expect(narrower('leads', 'leads')).toBe('leads');
});
