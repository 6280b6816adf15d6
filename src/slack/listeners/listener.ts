import type { App } from '@slack/bolt';
import type { ExchangeStore, FeedbackStore, ReportUsage } from '../../answering/index.ts';
import type { Clock } from '../../clock.ts';
import type { DeliveryStore } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type { Directory, PersonalDataStore } from '../../people/index.ts';
import type { Summaries } from '../../summaries/index.ts';
import type { Asking } from '../asking/asking.ts';
import type { LibraryView } from '../library-view.ts';
import type { Composing } from '../notices/composing/composing.ts';
import type { NoticesInSlack } from '../notices/notices-in-slack.ts';
import type { Reporting } from '../reports/reporting.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { WebClients } from '../web/web-clients.ts';

/** What listeners work with. */
export interface ListenerContext {
  app: App;
  asking: Asking;
  /** Whether Concord takes part in a thread: it wrote there. */
  takesPart(channel: string, thread: string): Promise<boolean>;
  library: LibraryView;
  exchanges: ExchangeStore;
  feedback: FeedbackStore;
  personalData: PersonalDataStore;
  notices: NoticesInSlack;
  /** What staff write notices with. */
  composing: Composing;
  summaries: Summaries;
  /** What was sent about what. */
  deliveries: DeliveryStore;
  reporting: Reporting;
  uploads: Uploads;
  /** Days that exchanges and feedback are kept. */
  keepDays: number;
  /** What the language model is used for and costs; null without one. For staff alone. */
  reportUsage: ReportUsage | null;
  clock: Clock;
  /** `reading` repeats failed calls, `writing` never does. */
  clients: WebClients;
  /** Id or name of the channel where people answer; null when there is none. */
  helpChannel: string | null;
  directory: Directory;
  /** Concord's own user id. */
  ownUser: string;
  log: Log;
  /** Access to the workspace was taken away. */
  onRevoked(): void;
}

/** Listens for one kind of event. One file a listener. */
export type RegisterListener = (context: ListenerContext) => void;
