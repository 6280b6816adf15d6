import type { Conversation } from './conversations.ts';
import type { LocalSlackState } from './local-slack-state.ts';
import type { Person, PersonGroup, PersonKind } from './people.ts';

const teamId = 'T0PARTNERS1';
const otherTeamId = 'T0ELSEWHERE';
const botUserId = 'U0CONCORD01';

const people: [name: string, realName: string, title: string, kind: PersonKind][] = [
  ['amira', 'Amira Hassan', 'General practitioner', 'member'],
  ['tom', 'Tom Whitfield', 'Practice manager', 'member'],
  ['leo', 'Leo Marchetti', 'Medical director', 'lead'],
  ['sofia', 'Sofia Lindqvist', 'Programme manager', 'staff'],
  ['george', 'George Okafor', 'Visiting researcher', 'guest'],
  ['una', 'Una Byrne', 'Patient representative', 'single-channel-guest'],
  ['viktor', 'Viktor Petrov', 'Consultant at another organisation', 'external'],
  ['ines', 'Ines Duarte', 'Known through Slack Connect, but in no shared channel', 'external'],
];

const userId = (name: string): string => `U0${name.toUpperCase().padEnd(9, '0')}`;

type ChannelSeed = Pick<Conversation, 'name' | 'kind' | 'purpose'> & {
  memberNames: string[];
  withBot: boolean;
} & Partial<Pick<Conversation, 'isGeneral' | 'isArchived' | 'isExternallyShared'>>;

const everyoneInside = ['amira', 'tom', 'leo', 'sofia'];

const channels: ChannelSeed[] = [
  {
    name: 'general',
    kind: 'public',
    purpose: 'For everyone in the partnership',
    memberNames: everyoneInside,
    withBot: true,
    isGeneral: true,
  },
  {
    name: 'primary-care',
    kind: 'public',
    purpose: 'Practices and community teams',
    memberNames: ['amira', 'tom', 'sofia', 'george'],
    withBot: true,
  },
  {
    name: 'patient-voice',
    kind: 'public',
    purpose: 'With patient representatives',
    memberNames: ['amira', 'sofia', 'una'],
    withBot: true,
  },
  {
    name: 'leads',
    kind: 'private',
    purpose: 'For the leads of the partnership',
    memberNames: ['leo', 'sofia'],
    withBot: true,
  },
  {
    name: 'with-neighbours',
    kind: 'public',
    purpose: 'Shared with a neighbouring organisation',
    memberNames: ['leo', 'sofia', 'viktor'],
    withBot: true,
    isExternallyShared: true,
  },
  {
    name: 'coffee',
    kind: 'public',
    purpose: 'Not about work; the app is not here',
    memberNames: everyoneInside,
    withBot: false,
  },
  {
    name: 'launch-2023',
    kind: 'public',
    purpose: 'Archived',
    memberNames: everyoneInside,
    withBot: true,
    isArchived: true,
  },
];

function seedPerson(seed: (typeof people)[number], created: number): Person {
  const [name, realName, title, kind] = seed;
  return {
    id: userId(name),
    name,
    realName,
    title,
    email: `${name}@partnership.example`,
    teamId: kind === 'external' ? otherTeamId : teamId,
    kind,
    isBot: false,
    deleted: false,
    timeZone: 'Europe/London',
    image: '',
    updated: created,
  };
}

function seedChannel(seed: ChannelSeed, created: number): Conversation {
  const { memberNames, withBot, ...rest } = seed;
  return {
    id: `C0${seed.name.toUpperCase().replaceAll('-', '').slice(0, 9).padEnd(9, '0')}`,
    topic: '',
    creator: userId('sofia'),
    created,
    isGeneral: false,
    isArchived: false,
    isExternallyShared: false,
    connectedTeamIds: seed.isExternallyShared ? [otherTeamId] : [],
    ...rest,
    memberIds: [...memberNames.map(userId), ...(withBot ? [botUserId] : [])],
    messages: [],
  };
}

function seedGroup(handle: string, name: string, members: string[], created: number): PersonGroup {
  return {
    id: `S0${handle.toUpperCase().padEnd(9, '0')}`,
    handle,
    name,
    description: '',
    userIds: members.map(userId),
    disabled: false,
    created,
    updated: created,
  };
}

const byId = <Item extends { id: string }>(items: Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/**
 * A small partnership: members, a lead, staff, two guests and people from another organisation,
 * in public, private, shared and archived channels.
 *
 * @param now UTC ms of the installation.
 */
export function seedWorkspace(now: number, appName = 'Concord'): LocalSlackState {
  const created = Math.floor(now / 1000);
  const bot: Person = {
    ...seedPerson([appName.toLowerCase(), appName, '', 'member'], created),
    id: botUserId,
    email: '',
    isBot: true,
  };
  return {
    version: 1,
    team: { id: teamId, name: 'Health and Care Partnership', domain: 'partnership' },
    app: { appId: 'A0CONCORD01', botId: 'B0CONCORD01', botUserId, name: appName },
    people: byId([...people.map((person) => seedPerson(person, created)), bot]),
    groups: byId([
      seedGroup('leads', 'Partnership leads', ['leo'], created),
      seedGroup('staff', 'Partnership staff', ['sofia'], created),
    ]),
    conversations: byId(channels.map((channel) => seedChannel(channel, created))),
    files: {},
    ephemeral: [],
    views: {},
    homeViews: {},
    modals: {},
    agentThreads: [],
    lastRead: {},
    events: [],
    forgottenEvents: { sent: 0, acknowledged: 0, retried: 0, lost: 0 },
    triggers: {},
    responseAddresses: {},
    clockOffset: 0,
    lastMicrosecond: 0,
    // Ids must not come back in a later workspace: apps remember the events they have seen.
    lastNumber: Math.round(now * 1000),
  };
}
