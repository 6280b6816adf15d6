import type { Clock } from '../../../clock.ts';
import type { Deliver, DeliveryStore, Messenger, Pause } from '../../../messaging/index.ts';
import type { Log } from '../../../observability/log.ts';
import type { Summaries } from '../../../summaries/index.ts';
import type { DirectConversations } from '../../direct-conversations.ts';
import type { LibraryView } from '../../library-view.ts';
import type { SlackDirectory } from '../../people/directory.ts';
import type { WebClients } from '../../web/web-clients.ts';
import { createNoticeMessages } from '../notice-messages.ts';
import type { NoticesInSlack } from '../notices-in-slack.ts';
import { createFindPermalink } from '../permalinks.ts';
import { type ApprovalAsker, createApprovalAsker } from './ask-approval.ts';
import { createDraftNoticeText } from './draft-notice-text.ts';
import { createNoticeDesk, type NoticeDesk } from './notice-desk.ts';
import { createNoticeForms, type NoticeForms } from './notice-forms.ts';
import { createFindReach } from './reach.ts';
import { type AuthorTeller, createAuthorTeller } from './tell-author.ts';

export interface ComposingParts {
  notices: NoticesInSlack;
  library: LibraryView;
  summaries: Summaries;
  directory: SlackDirectory;
  directConversations: DirectConversations;
  clients: WebClients;
  deliver: Deliver;
  deliveries: DeliveryStore;
  messenger: Messenger;
  /** Id of the channel of staff; null when there is none. */
  staffChannel: string | null;
  pause: Pause;
  /** How soon it is noticed what is to be told, ms. */
  pollMs: number;
  clock: Clock;
  log: Log;
}

/** What staff write notices with. */
export interface Composing {
  desk: NoticeDesk;
  forms: NoticeForms;
  author: AuthorTeller;
  approvals: ApprovalAsker;
  deliver: Deliver;
  directConversations: DirectConversations;
  /** Up to a few of those who may write notices; none when they cannot be looked up in time. */
  someStaff(): Promise<string[]>;
  start(): void;
  stop(): Promise<void>;
}

/** A form is answered within three seconds, and other things have to be looked up, too. */
const mostReachMs = 1_200;
const mostStaffMs = 800;
const mostSummaryMs = 1_200;
const mostNamed = 5;

export function createComposing(parts: ComposingParts): Composing {
  const { notices, library, directory, clients, clock } = parts;
  const { store, settings } = notices;
  const zone = settings.timeZone;
  const desk = createNoticeDesk({
    ...parts,
    messages: createNoticeMessages({ ...parts, findPermalink: createFindPermalink(clients) }),
    draftNoticeText: createDraftNoticeText({ ...parts, mostMs: mostSummaryMs }),
    findReach: createFindReach({ clients, directory, clock, mostMs: mostReachMs }),
  });
  const forms = createNoticeForms({ desk, library, settings, now: () => clock.now() });
  const author = createAuthorTeller({ ...parts, store, zone });
  const approvals = createApprovalAsker({ ...parts, store, zone });
  return {
    desk,
    forms,
    author,
    approvals,
    deliver: parts.deliver,
    directConversations: parts.directConversations,
    async someStaff() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<string[]>((resolve) => {
        timer = setTimeout(() => resolve([]), mostStaffMs);
      });
      const found = directory.findStaff().then(
        ({ people }) => people.slice(0, mostNamed),
        () => [],
      );
      return Promise.race([found, late]).finally(() => clearTimeout(timer));
    },
    start: () => approvals.start(),
    async stop() {
      author.stop();
      await approvals.stop();
    },
  };
}
