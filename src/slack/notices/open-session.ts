import { instantOf, type Notice, type SessionDetails } from '../../notices/index.ts';
import { isAllowed } from '../../people/index.ts';
import type { ListenerContext } from '../listeners/listener.ts';

/** A session that somebody may see. */
export interface OpenSession {
  notice: Notice;
  details: SessionDetails;
}

const texts = {
  gone: 'This session is not in Concord any more.',
  notYet: 'This session is not announced yet.',
  over: 'This session is over.',
  guest:
    'This session is for members of the partnership. Guests and people of other organisations cannot reply here: please ask whoever invited you.',
  narrow: 'This session is for fewer people than can see this message, and you are not among them.',
};

/**
 * The session that a button belongs to, if whoever pressed it may see it by what they are now; else
 * why not, in a sentence for them.
 */
export async function findSession(
  { notices, directory }: Pick<ListenerContext, 'notices' | 'directory'>,
  noticeId: string,
  person: string,
): Promise<OpenSession | string> {
  const notice = await notices.store.find(noticeId);
  if (notice === null || notice.details.kind !== 'session') return texts.gone;
  if (notice.state === 'draft' || notice.state === 'awaiting-approval') return texts.notYet;
  if (!(await isAllowed(directory, person, notice.audience))) {
    const { rank } = await directory.rolesOf(person);
    return rank === 'public' ? texts.guest : texts.narrow;
  }
  return { notice, details: notice.details };
}

/** Why nobody can reply any more; null as long as they can. @param now UTC ms. */
export function whyClosed({ notice, details }: OpenSession, now: number): string | null {
  if (notice.state === 'cancelled') return 'This session was called off.';
  return instantOf(details.end, details.zone) <= now ? texts.over : null;
}
