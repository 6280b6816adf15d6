import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { createExpiringCache } from './expiring-cache.ts';
import { type OwnWorkspace, type Standing, slackPerson, standingOf } from './person-standing.ts';

/** Who belongs to the partnership, remembered for a short while. */
export interface Standings {
  /** @throws what the lookup threw. */
  of(person: string): Promise<Standing>;
  /** What is remembered; undefined when nothing is. */
  known(person: string): Standing | undefined;
  /** Looks everybody in the workspace up at once; whoever asks meanwhile waits for the same. */
  listEverybody(): Promise<void>;
  /** Whether the person was seen to be deactivated. */
  hasLeft(person: string): boolean;
  /** What is remembered of a person is no longer true. */
  forget(person: string): void;
}

export interface StandingsOptions {
  client: WebClient;
  ownWorkspace: OwnWorkspace;
  clock: Clock;
}

const keepMs = 10 * 60_000;
const mostPeople = 20_000;
const pageSize = 200;

const everybodyPage = z.object({ members: z.array(z.unknown()) });

/** Standings over Slack's Web API; takes `users:read`. */
export function createStandings({ client, ownWorkspace, clock }: StandingsOptions): Standings {
  const standings = createExpiringCache<Standing>({ clock, limit: mostPeople, keepMs });
  const left = new Set<string>();
  // What was looked up before something changed must not be stored after it.
  let changes = 0;
  let listing: Promise<void> | null = null;

  function remember(person: unknown): Standing {
    const parsed = slackPerson.safeParse(person);
    if (!parsed.success) return 'outsider';
    const standing = standingOf(parsed.data, ownWorkspace);
    standings.set(parsed.data.id, standing);
    if (parsed.data.deleted === true) left.add(parsed.data.id);
    else left.delete(parsed.data.id);
    return standing;
  }

  async function list(): Promise<void> {
    const before = changes;
    let seen = 0;
    for await (const page of client.paginate('users.list', { limit: pageSize })) {
      const people = everybodyPage.parse(page).members;
      for (const person of people) remember(person);
      seen += people.length;
      if (seen >= mostPeople) break;
    }
    if (changes !== before) standings.clear();
  }

  return {
    async of(person) {
      const known = standings.get(person);
      if (known !== undefined) return known;
      const before = changes;
      const { user } = await client.users.info({ user: person });
      const found = remember(user);
      if (changes !== before) standings.delete(person);
      return found;
    },
    known: (person) => standings.get(person),
    listEverybody() {
      listing ??= list().finally(() => {
        listing = null;
      });
      return listing;
    },
    hasLeft: (person) => left.has(person),
    forget(person) {
      changes += 1;
      standings.delete(person);
    },
  };
}
