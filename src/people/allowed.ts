import { type Audience, audiencesUpTo } from './audience.ts';
import type { Directory } from './directory.ts';

/**
 * Whether a person may read what is for this audience, by what they are now. To be asked at every
 * action, for what somebody was shown a button for may have been taken from them since.
 */
export async function isAllowed(
  directory: Directory,
  person: string,
  audience: Audience,
): Promise<boolean> {
  const { rank, groups } = await directory.rolesOf(person);
  return audiencesUpTo(rank, groups).includes(audience);
}
