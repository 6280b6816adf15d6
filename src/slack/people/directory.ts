import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { MessageRejected } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type {
  AudienceRank,
  ChannelVisibility,
  Directory,
  PersonRoles,
} from '../../people/index.ts';
import { toLookupError } from '../web/messenger-error.ts';
import { createExpiringCache } from './expiring-cache.ts';
import type { OwnWorkspace, Standing } from './person-standing.ts';
import { createStandings } from './standings.ts';
import { createUserGroups, groupNames, isAnyNamed, type UserGroup } from './user-groups.ts';

/** Who is more than a member. */
export interface RankedPeople {
  /** Slack user ids. */
  leadUserIds: readonly string[];
  staffUserIds: readonly string[];
  /** Handles (with or without `@`) or ids of user groups whose members are leads or staff. */
  leadGroups: readonly string[];
  staffGroups: readonly string[];
}

export interface StaffNow {
  /** Ids; guests and whoever has left are not among them. */
  people: string[];
  /** False when some could not be looked up for now. */
  isComplete: boolean;
}

/** A directory that can also name all who are staff, and who is in a channel. */
export interface SlackDirectory extends Directory {
  findStaff(): Promise<StaffNow>;
  /** @throws what the lookup threw. */
  standingOf(person: string): Promise<Standing>;
  /**
   * Whoever is in a channel; null when they are too many to be looked up.
   *
   * @throws what the lookup threw.
   */
  membersOf(channel: string): Promise<string[] | null>;
  /** As `outsidersIn`, of what is remembered alone; null when nothing is. */
  knownOutsidersIn(channel: string): string[] | null;
  /**
   * Guests, people of other organisations and whoever left in a channel; null when it has too many
   * members to be looked up.
   *
   * @throws what the lookup threw.
   */
  outsidersIn(channel: string): Promise<string[] | null>;
}

export interface SlackDirectoryOptions {
  client: WebClient;
  people: RankedPeople;
  /** Where Concord is installed. */
  ownWorkspace: OwnWorkspace;
  clock: Clock;
  log: Log;
}

const channelKeepMs = 60_000;
const mostChannels = 2_000;
/** A channel with more members counts as public: to look them all up would take minutes. */
const mostMembers = 5_000;
/** With more members unknown than this, everybody is listed at once instead of one by one. */
const mostSingleLookups = 20;
const pageSize = 200;

const channelInfo = z.object({
  is_im: z.boolean().optional(),
  user: z.string().optional(),
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
});

const membersPage = z.object({ members: z.array(z.string()) });

/** Directory over Slack's Web API, remembering for a short while. */
export function createSlackDirectory(options: SlackDirectoryOptions): SlackDirectory {
  const { client, clock, log } = options;
  const userGroups = createUserGroups({ client, clock, log });
  const standings = createStandings(options);
  const visibilities = createExpiringCache<ChannelVisibility>({
    clock,
    limit: mostChannels,
    keepMs: channelKeepMs,
  });
  const outsiders = createExpiringCache<string[]>({
    clock,
    limit: mostChannels,
    keepMs: channelKeepMs,
  });
  // What was looked up before something changed must not be stored after it.
  let changes = 0;

  async function membersOf(channel: string): Promise<string[] | null> {
    const members: string[] = [];
    for await (const page of client.paginate('conversations.members', {
      channel,
      limit: pageSize,
    })) {
      members.push(...membersPage.parse(page).members);
      if (members.length > mostMembers) return null;
    }
    return members;
  }

  /** Those who are none of us. Whom the list of everybody leaves out belongs to others. */
  async function outsidersAmong(members: readonly string[]): Promise<string[]> {
    const unknown = () => members.filter((person) => standings.known(person) === undefined);
    if (unknown().length > mostSingleLookups) await standings.listEverybody();
    const left = unknown();
    const strangers = new Set(left.length > mostSingleLookups ? left : []);
    const found: string[] = [];
    for (const person of members) {
      const isOutside = strangers.has(person) || (await standings.of(person)) === 'outsider';
      if (isOutside) found.push(person);
    }
    return found;
  }

  async function holdsOnlyMembers(channel: string): Promise<boolean> {
    const members = await membersOf(channel);
    if (members === null) return false;
    if (members.some((person) => standings.known(person) === 'outsider')) return false;
    return (await outsidersAmong(members)).length === 0;
  }

  async function lookUpChannel(channel: string): Promise<ChannelVisibility> {
    const result = await client.conversations.info({ channel });
    const info = channelInfo.parse(result.channel);
    if (info.is_im === true && info.user !== undefined) {
      return { kind: 'direct', person: info.user };
    }
    if (info.is_ext_shared === true || info.is_pending_ext_shared === true) {
      return { kind: 'public' };
    }
    return { kind: (await holdsOnlyMembers(channel)) ? 'members' : 'public' };
  }

  return {
    async rolesOf(person): Promise<PersonRoles> {
      const found = await standings.of(person).catch((error: unknown): Standing => {
        log.warn({ person, reason: nameOf(error) }, 'person-lookup-failed');
        return 'outsider';
      });
      // A guest stays one in whatever group somebody has put them.
      if (found !== 'member') return { rank: 'public', groups: [] };
      const groups = await userGroups.of(person);
      return { rank: rankOfMember(options.people, person, groups), groups: groupNames(groups) };
    },

    async findStaff() {
      const { staffUserIds, staffGroups } = options.people;
      let isComplete = true;
      const unlessPassing = (error: unknown): null => {
        if (!(toLookupError(error) instanceof MessageRejected)) isComplete = false;
        return null;
      };
      const inGroups =
        staffGroups.length === 0
          ? []
          : await userGroups.membersOf(staffGroups).catch(unlessPassing);
      const people: string[] = [];
      for (const person of new Set([...staffUserIds, ...(inGroups ?? [])])) {
        if ((await standings.of(person).catch(unlessPassing)) === 'member') people.push(person);
      }
      return { people, isComplete };
    },

    standingOf: standings.of,
    membersOf,
    knownOutsidersIn(channel) {
      const isOurs = visibilities.get(channel)?.kind === 'members';
      return isOurs ? [] : (outsiders.get(channel) ?? null);
    },

    async outsidersIn(channel) {
      const before = changes;
      const members = await membersOf(channel);
      if (members === null) return null;
      const found = await outsidersAmong(members);
      if (changes === before) outsiders.set(channel, found);
      return found;
    },

    async hasLeft(person) {
      await standings.of(person).catch(() => null);
      return standings.hasLeft(person);
    },

    async visibilityOf(channel) {
      const known = visibilities.get(channel);
      if (known !== undefined) return known;
      const before = changes;
      try {
        const found = await lookUpChannel(channel);
        if (changes === before) visibilities.set(channel, found);
        return found;
      } catch (error) {
        log.warn({ channel, reason: nameOf(error) }, 'channel-lookup-failed');
        return { kind: 'public' };
      }
    },

    forgetPerson(person) {
      changes += 1;
      standings.forget(person);
      visibilities.clear();
      outsiders.clear();
    },

    forgetChannel(channel) {
      changes += 1;
      visibilities.delete(channel);
      outsiders.delete(channel);
    },

    forgetGroups: () => userGroups.forget(),
  };
}

function rankOfMember(
  people: RankedPeople,
  person: string,
  groups: readonly UserGroup[],
): AudienceRank {
  const isIn = (named: readonly string[]): boolean => isAnyNamed(groups, named);
  const { leadUserIds, staffUserIds, leadGroups, staffGroups } = people;
  if (staffUserIds.includes(person) || isIn(staffGroups)) return 'staff';
  return leadUserIds.includes(person) || isIn(leadGroups) ? 'leads' : 'members';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
