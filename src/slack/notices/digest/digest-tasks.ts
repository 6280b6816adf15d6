import type { Clock } from '../../../clock.ts';
import type { MessageReference } from '../../../messaging/index.ts';
import { createPrepareDigest, type PrepareTask } from '../../../notices/index.ts';
import type { LibraryView } from '../../library-view.ts';
import type { SlackDirectory } from '../../people/directory.ts';
import { toLookupError } from '../../web/messenger-error.ts';
import type { NoticesInSlack } from '../notices-in-slack.ts';
import type { FindPermalink } from '../permalinks.ts';
import { digestMessage } from './digest-message.ts';

export interface DigestTasksParts {
  notices: NoticesInSlack;
  library: Pick<LibraryView, 'newest'>;
  directory: Pick<
    SlackDirectory,
    'rolesOf' | 'hasLeft' | 'visibilityOf' | 'standingOf' | 'membersOf'
  >;
  findPermalink: FindPermalink;
  isPerson(id: string): boolean;
  directConversation(person: string): Promise<string>;
  clock: Clock;
}

/** Addresses of announcements that are remembered, for many people are told of the same. */
const mostAddresses = 200;

/** Says what the weekly digest tells a channel or a person in Slack. */
export function createDigestTasks(parts: DigestTasksParts): PrepareTask {
  const { notices, library, directory } = parts;
  const addresses = new Map<string, string>();

  async function findPermalink(message: MessageReference): Promise<string | null> {
    const key = `${message.channel}:${message.messageId}`;
    const known = addresses.get(key);
    if (known !== undefined) return known;
    const found = await parts.findPermalink(message);
    if (addresses.size >= mostAddresses) addresses.clear();
    if (found !== null) addresses.set(key, found);
    return found;
  }

  /** Whoever cannot be looked up now is told later, and not less. */
  async function sure(lookUp: Promise<unknown>): Promise<void> {
    await lookUp.catch((error: unknown) => {
      throw toLookupError(error);
    });
  }

  return createPrepareDigest({
    settings: notices.settings.digest,
    choices: notices.digestChoices,
    store: notices.store,
    outbox: notices.outbox,
    readable: (audiences) => library.newest(audiences, Number.MAX_SAFE_INTEGER),
    directory: {
      rolesOf: async (person) => {
        await sure(directory.standingOf(person));
        return directory.rolesOf(person);
      },
      hasLeft: async (person) => {
        await sure(directory.standingOf(person));
        return directory.hasLeft(person);
      },
      visibilityOf: async (channel) => {
        await sure(directory.membersOf(channel));
        return directory.visibilityOf(channel);
      },
    },
    draw: (digest) => digestMessage(digest, findPermalink),
    clock: parts.clock,
    isPerson: parts.isPerson,
    directConversation: parts.directConversation,
  });
}
