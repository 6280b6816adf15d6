import type { Clock } from '../../src/clock.ts';
import { composeNotices } from '../../src/compose-notices.ts';
import { readConfig } from '../../src/config.ts';
import type { NoticesConfig } from '../../src/config-notices.ts';
import type { SlackAppOptions } from '../../src/slack/index.ts';
import type { Database } from '../../src/storage/database.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { createInbox } from '../../src/storage/inbox.ts';
import { createOperatorEventStore } from '../../src/storage/operator-event-store.ts';
import { createPersonalDataStore } from '../../src/storage/personal-data-store.ts';
import { createScriptedSummaries } from '../fakes/scripted-summaries.ts';

type Stores =
  | 'inbox'
  | 'deliveries'
  | 'exchanges'
  | 'feedback'
  | 'personalData'
  | 'operatorEvents'
  | 'notices'
  | 'summaries';

const noticeSettings = readConfig({}, '/').notices;

/** What the app keeps, in one database; nothing is summarised. */
export function slackStores(
  database: Database,
  clock: Clock,
  settings: Partial<NoticesConfig> = {},
): Pick<SlackAppOptions, Stores> {
  return {
    inbox: createInbox(database, clock),
    deliveries: createDeliveryStore(database, clock),
    exchanges: createExchangeStore(database.db),
    feedback: createFeedbackStore(database.db),
    personalData: createPersonalDataStore(database, clock),
    operatorEvents: createOperatorEventStore(database.db),
    summaries: createScriptedSummaries(),
    notices: composeNotices({ ...noticeSettings, ...settings }, { database, clock }),
  };
}
