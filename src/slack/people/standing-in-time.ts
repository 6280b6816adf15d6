import type { ChannelStanding, FindChannelStanding } from './channel-standing.ts';

/** Time in which it has to be known before a form is opened; Slack allows 3 s in all. */
const mostMs = 1_000;

/** How Concord stands to a conversation; as one that it is not in if that takes too long to find out. */
export async function standingInTime(
  standingIn: FindChannelStanding,
  channel: string,
): Promise<ChannelStanding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'not-member'>((resolve) => {
    timer = setTimeout(() => resolve('not-member'), mostMs);
  });
  return Promise.race([standingIn(channel), late]).finally(() => clearTimeout(timer));
}
