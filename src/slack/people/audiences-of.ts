import { type Audience, audiencesUpTo } from '../../people/index.ts';
import type { SlackDirectory } from './directory.ts';

/**
 * What somebody may read now.
 *
 * @throws what the lookup threw, where `rolesOf` would take them for a guest.
 */
export async function audiencesOf(
  directory: Pick<SlackDirectory, 'standingOf' | 'rolesOf'>,
  person: string,
): Promise<Audience[]> {
  await directory.standingOf(person);
  const { rank, groups } = await directory.rolesOf(person);
  return audiencesUpTo(rank, groups);
}
