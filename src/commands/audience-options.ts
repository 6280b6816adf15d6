import type { Command } from 'commander';
import {
  type Audience,
  type AudienceRank,
  audienceRanks,
  audienceSchema,
  audiencesUpTo,
} from '../people/index.ts';
import { CommandFailure } from './command.ts';

/** As whom somebody asks. */
export interface AudienceOptions {
  audience: string;
  group: string[];
}

/** Adds `--audience` and `--group`. */
export function addAudienceOptions(command: Command): Command {
  return command
    .option(
      '--audience <rank>',
      `ask as somebody of this rank: ${audienceRanks.join(', ')}`,
      'members',
    )
    .option('--group <name>', 'ask as a member of this group; may be repeated', collect, []);
}

/**
 * All that they may read.
 *
 * @throws {CommandFailure} when there is no such rank, or no group can have that name.
 */
export function readAudiences({ audience, group }: AudienceOptions): Audience[] {
  const rank = audienceRanks.find((each): each is AudienceRank => each === audience);
  if (rank === undefined) {
    throw new CommandFailure(
      `--audience: expected one of ${audienceRanks.join(', ')}, got ${JSON.stringify(audience)}`,
      2,
    );
  }
  for (const name of group) {
    if (audienceSchema.safeParse(`group:${name}`).success) continue;
    throw new CommandFailure(
      `--group: expected small letters, digits and hyphens, such as discharge-board, got ${JSON.stringify(name)}`,
      2,
    );
  }
  return audiencesUpTo(rank, group);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
