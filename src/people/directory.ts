import { type Audience, type AudienceRank, audienceRanks, audiencesUpTo } from './audience.ts';

/** What a person may read. */
export interface PersonRoles {
  /** `public` for guests, members of other organisations and anybody who could not be looked up. */
  rank: AudienceRank;
  /** Names of the groups the person belongs to, without the `group:` prefix. */
  groups: readonly string[];
}

/** Who can see what is written in a channel. */
export type ChannelVisibility =
  /** One person and Concord. */
  | { kind: 'direct'; person: string }
  /** Members of the partnership only. */
  | { kind: 'members' }
  /** Guests or other organisations as well, or it could not be found out. */
  | { kind: 'public' };

/** Who people are and who can see a channel. Lookups never throw: what is unknown is narrow. */
export interface Directory {
  rolesOf(person: string): Promise<PersonRoles>;
  visibilityOf(channel: string): Promise<ChannelVisibility>;
  /** Whether the person's account was deactivated; false when that is not known. */
  hasLeft(person: string): Promise<boolean>;
  /** What is remembered of a person is no longer true, nor of any channel. */
  forgetPerson(person: string): void;
  /** Who can see the channel has changed. */
  forgetChannel(channel: string): void;
  /** Who belongs to which group has changed. */
  forgetGroups(): void;
}

export interface AnswerAudience {
  /** What an answer in that channel to that person may draw on. */
  audiences: Audience[];
  /** What the asker may read when nobody reads along. */
  alone: Audience[];
}

/**
 * What an answer may draw on: in a direct message what the asker may read; in a channel never more
 * than `members`, and never more than everybody who can see the channel may read.
 */
export async function audienceOfAnswer(
  directory: Directory,
  asker: string,
  channel: string,
): Promise<AnswerAudience> {
  const [roles, visibility] = await Promise.all([
    directory.rolesOf(asker),
    directory.visibilityOf(channel),
  ]);
  const alone = audiencesUpTo(roles.rank, roles.groups);
  if (visibility.kind === 'direct') {
    return { audiences: visibility.person === asker ? alone : audiencesUpTo('public'), alone };
  }
  return { audiences: audiencesUpTo(narrower(visibility.kind, roles.rank)), alone };
}

/** The rank that may read less. */
export function narrower(one: AudienceRank, other: AudienceRank): AudienceRank {
  return audienceRanks.indexOf(one) < audienceRanks.indexOf(other) ? one : other;
}
