import type { AskQuestion, ExchangeStore, FeedbackStore, ReportUsage } from '../answering/index.ts';
import type { Clock } from '../clock.ts';
import type { SlackConfig } from '../config.ts';
import type { DeliveryStore, Inbox, Pause } from '../messaging/index.ts';
import type { Log } from '../observability/log.ts';
import type { OperatorEventStore } from '../observability/operator-event.ts';
import type { PersonalDataStore } from '../people/index.ts';
import type { Summaries } from '../summaries/index.ts';
import type { LibraryView } from './library-view.ts';
import type { NoticesInSlack } from './notices/notices-in-slack.ts';
import type { RankedPeople } from './people/directory.ts';
import type { SlackTimings } from './timings.ts';

/** What Concord in Slack works with. */
export interface SlackAppOptions {
  config: SlackConfig;
  /** Slack user ids of leads and staff. */
  people: RankedPeople;
  /** Id or name of the channel where people answer; null when there is none. */
  helpChannel: string | null;
  /** Id of the channel in which staff are told what concerns them; null to tell each alone. */
  staffChannel: string | null;
  operatorEvents: OperatorEventStore;
  ask: AskQuestion;
  library: LibraryView;
  exchanges: ExchangeStore;
  feedback: FeedbackStore;
  personalData: PersonalDataStore;
  notices: NoticesInSlack;
  summaries: Summaries;
  /** Days that exchanges and feedback are kept. */
  keepDays: number;
  /** What the language model is used for and costs, for staff; null without one. */
  reportUsage: ReportUsage | null;
  inbox: Inbox;
  deliveries: DeliveryStore;
  clock: Clock;
  log: Log;
  pause?: Pause;
  timings?: Partial<SlackTimings>;
  /** In place of the global `fetch`, for a proxy. */
  fetch?: typeof fetch;
  /** Access to the workspace was taken away. */
  onRevoked?(): void;
}
