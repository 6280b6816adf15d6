import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { describeError } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { audienceSchema } from '../../people/index.ts';

/** A user group somebody belongs to. */
export interface UserGroup {
  id: string;
  /** Without `@`. */
  handle: string;
}

/** The workspace's user groups, remembered for a short while. */
export interface UserGroups {
  /** Those that a person belongs to; none while they cannot be looked up. */
  of(person: string): Promise<readonly UserGroup[]>;
  /**
   * Whoever belongs to one of these groups.
   *
   * @param named handles (with or without `@`) or ids.
   * @throws what the lookup threw, now or a moment ago.
   */
  membersOf(named: readonly string[]): Promise<string[]>;
  /** They have changed. */
  forget(): void;
}

/** `usergroups.list` may be called about twenty times a minute. */
const keepMs = 5 * 60_000;
/** How long nothing is asked again after a failure, so that one does not use up the rate. */
const keepFailureMs = 15_000;

const listed = z.object({
  usergroups: z.array(
    z.object({
      id: z.string(),
      handle: z.string(),
      users: z.array(z.string()).default([]),
      is_external: z.boolean().optional(),
      date_delete: z.number().optional(),
    }),
  ),
});

type Members = ReadonlyMap<string, readonly UserGroup[]>;

const nobody: Members = new Map();

/** User groups over Slack's Web API; takes `usergroups:read`. */
export function createUserGroups(options: {
  client: WebClient;
  clock: Clock;
  log: Log;
}): UserGroups {
  const { client, clock, log } = options;
  let known: { members: Promise<Members>; until: number } | null = null;

  async function lookUp(): Promise<Members> {
    const { usergroups } = listed.parse(await client.usergroups.list({ include_users: true }));
    const members = new Map<string, UserGroup[]>();
    for (const { id, handle, users, is_external, date_delete } of usergroups) {
      // A group of another organisation says nothing about the partnership, nor does one put away.
      if (is_external === true || (date_delete ?? 0) > 0) continue;
      for (const user of users) members.set(user, [...(members.get(user) ?? []), { id, handle }]);
    }
    return members;
  }

  function begin(): Promise<Members> {
    const entry: NonNullable<typeof known> = {
      until: clock.now() + keepMs,
      members: lookUp().catch((error: unknown) => {
        log.warn({ reason: describeError(error) }, 'user-groups-lookup-failed');
        entry.until = clock.now() + keepFailureMs;
        throw error;
      }),
    };
    known = entry;
    return entry.members;
  }

  const members = (): Promise<Members> =>
    known !== null && known.until > clock.now() ? known.members : begin();

  return {
    async of(person) {
      const found = await members().catch(() => nobody);
      return found.get(person) ?? [];
    },
    async membersOf(named) {
      return [...(await members())].flatMap(([person, groups]) =>
        isAnyNamed(groups, named) ? [person] : [],
      );
    },
    forget() {
      known = null;
    },
  };
}

/** Whether one of the groups is named. @param named handles (with or without `@`) or ids. */
export function isAnyNamed(groups: readonly UserGroup[], named: readonly string[]): boolean {
  return groups.some(
    ({ id, handle }) =>
      named.includes(id) || named.includes(handle) || named.includes(`@${handle}`),
  );
}

/** Names of `group:NAME` audiences: handles that can be one. */
export function groupNames(groups: readonly UserGroup[]): string[] {
  return groups
    .map(({ handle }) => handle)
    .filter((handle) => audienceSchema.safeParse(`group:${handle}`).success);
}
