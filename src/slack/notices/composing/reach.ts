import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../../../clock.ts';
import type { NoticeContent } from '../../../notices/index.ts';
import type { SlackDirectory } from '../../people/directory.ts';
import type { WebClients } from '../../web/web-clients.ts';

/** Whom a notice reaches, as far as it could be found out in time. */
export interface Reach {
  /** Different people, Concord and other apps left out. */
  people: number;
  /** False when there may be more: `people` is the least. */
  isComplete: boolean;
  /** Channels that Concord can be invited to. */
  notIn: string[];
  /** Channels that are archived, so that nobody can write there. */
  archived: string[];
  /** Guests, people of other organisations and whoever left, in each channel; null for those named. */
  outsiders: { person: string; channel: string | null }[];
  /** Channels shared with other organisations, whose people may not all be known. */
  shared: string[];
}

export interface FindReachOptions {
  clients: WebClients;
  directory: Pick<SlackDirectory, 'standingOf' | 'membersOf' | 'visibilityOf'>;
  clock: Clock;
  /** Time after which what is known is returned, ms. */
  mostMs: number;
}

/** Never throws: what cannot be found out is left open. */
export type FindReach = (content: Pick<NoticeContent, 'channels' | 'people'>) => Promise<Reach>;

/** Channels looked at; with more of them the number of people is the least. */
const mostChannels = 40;
const mostOutsiders = 20;
/** Channels looked up at once. */
const parallel = 5;

const info = z.object({
  channel: z.object({
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    is_ext_shared: z.boolean().optional(),
  }),
});

/** Creates the function that counts whom a notice reaches: everybody once, in however many channels. */
export function createFindReach({
  clients,
  directory,
  clock,
  mostMs,
}: FindReachOptions): FindReach {
  return async ({ channels, people }) => {
    const until = clock.now() + mostMs;
    const all = new Set(people);
    const reach: Reach = {
      people: 0,
      isComplete: channels.length <= mostChannels,
      notIn: [],
      archived: [],
      outsiders: [],
      shared: [],
    };
    const judged = new Set<string>();
    const outside = new Set<string>();
    const apps = new Set<string>();
    const isLate = (): boolean => clock.now() > until;
    const leaveOpen = (): void => {
      reach.isComplete = false;
    };

    /** Notes a person who is not of the partnership; apps are not counted. */
    async function judge(person: string, channel: string | null): Promise<void> {
      all.add(person);
      if (!judged.has(person)) {
        const standing = await directory.standingOf(person);
        judged.add(person);
        if (standing === 'robot') apps.add(person);
        if (standing === 'outsider') outside.add(person);
      }
      if (outside.has(person) && reach.outsiders.length < mostOutsiders) {
        reach.outsiders.push({ person, channel });
      }
    }

    async function lookAt(channel: string): Promise<void> {
      const found = await lookUp(clients, channel);
      if (found === null) return void reach.notIn.push(channel);
      if (found.is_archived === true) return void reach.archived.push(channel);
      if (found.is_member !== true) reach.notIn.push(channel);
      if (found.is_ext_shared === true) reach.shared.push(channel);
      const members = await directory.membersOf(channel);
      if (members === null) return leaveOpen();
      for (const person of members) all.add(person);
      // Looks everybody up at once where they are many; afterwards each is known.
      await directory.visibilityOf(channel);
      for (const person of members) {
        if (isLate()) throw new Error('it takes too long');
        await judge(person, channel);
      }
    }

    const waiting = channels.slice(0, mostChannels);
    const work = async (): Promise<void> => {
      for (let channel = waiting.shift(); channel !== undefined; channel = waiting.shift()) {
        if (isLate()) leaveOpen();
        else await lookAt(channel).catch(leaveOpen);
      }
    };
    const whole = Promise.all([
      ...Array.from({ length: parallel }, work),
      ...people.map((person) => judge(person, null).catch(leaveOpen)),
    ]);
    const isWhole = await inTime(whole, mostMs);
    // A copy: what is found out later changes nothing of what is shown.
    return structuredClone({
      ...reach,
      people: all.difference(apps).size,
      isComplete: reach.isComplete && isWhole,
    });
  };
}

/** Null for a private channel that Concord is not in. */
async function lookUp({ reading }: WebClients, channel: string) {
  try {
    return info.parse(await reading.conversations.info({ channel })).channel;
  } catch (error) {
    const isHidden =
      error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found';
    if (isHidden) return null;
    throw error;
  }
}

async function inTime(work: Promise<unknown>, mostMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), mostMs);
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}
