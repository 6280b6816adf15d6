import { z } from 'zod';

/** Ranks from widest to narrowest; whoever may read a rank may read all before it. */
export const audienceRanks = ['public', 'members', 'leads', 'staff'] as const;

export type AudienceRank = (typeof audienceRanks)[number];

/** Who may read something: a rank, or a named group such as `group:discharge-board`. */
export type Audience = AudienceRank | `group:${string}`;

const groupPattern = /^group:[a-z0-9][a-z0-9-]{0,62}$/;

export const audienceSchema = z.custom<Audience>(
  (value) =>
    typeof value === 'string' &&
    ((audienceRanks as readonly string[]).includes(value) || groupPattern.test(value)),
  {
    error: (issue) =>
      `expected one of ${audienceRanks.join(', ')} or group:NAME, got ${JSON.stringify(issue.input)}`,
  },
);

/**
 * All audiences that a person of `rank` may read: the rank, every wider one, and the named groups
 * given.
 */
export function audiencesUpTo(rank: AudienceRank, groups: readonly string[] = []): Audience[] {
  const ranks = audienceRanks.slice(0, audienceRanks.indexOf(rank) + 1);
  return [...ranks, ...groups.map((group): Audience => `group:${group}`)];
}
