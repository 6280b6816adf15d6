import type { Notice } from '../../notices/index.ts';
import { type Directory, isAllowed } from '../../people/index.ts';

/** Whether somebody may see who replied to a notice and have it sent again: its author, and staff. */
export async function mayManage(
  directory: Directory,
  person: string,
  { author }: Pick<Notice, 'author'>,
): Promise<boolean> {
  const rank = person === author ? 'members' : 'staff';
  return isAllowed(directory, person, rank);
}
