import { randomUUID } from 'node:crypto';
import {
  type Budgets,
  createAskQuestion,
  createBudgetGuard,
  createModelSessions,
  createPrices,
  createReportUsage,
} from '../../src/answering/index.ts';
import { promptDirectory } from '../../src/compose-model-sessions.ts';
import type { Log } from '../../src/observability/log.ts';
import { createOperatorEvents } from '../../src/observability/operator-events.ts';
import type { LocalSlack } from '../../src/playground/index.ts';
import {
  type ChatModel,
  createMarker,
  createModelWatch,
  readPrompts,
} from '../../src/prompting/index.ts';
import { createSlackApp, type SlackAppOptions } from '../../src/slack/index.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createSpendingStore } from '../../src/storage/spending-store.ts';
import { createUsageStore } from '../../src/storage/usage-store.ts';
import { scriptSearch } from '../answering/scripted-search.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { quickTimings } from './slack-journey.ts';
import { slackStores } from './slack-stores.ts';

/** What the library of a replica says. */
export const sentence = 'Success is measured by the outcomes achieved for the patient.';

export interface ModelReplicaOptions {
  slack: LocalSlack;
  /** File or address of the database, which replicas share. */
  databaseLocation: string;
  model: ChatModel;
  budgets: Budgets;
  people?: Partial<SlackAppOptions['people']>;
  staffChannel?: string;
  log: Log;
}

export interface ModelReplica {
  slack: LocalSlack;
  inbox: SlackAppOptions['inbox'];
  database: Database;
  close(): Promise<void>;
}

const clock = { now: () => Date.now() };

/** One process of several that answer with a model within budgets, and tell staff. */
export async function startModelReplica(options: ModelReplicaOptions): Promise<ModelReplica> {
  const { slack, budgets, log } = options;
  const database = await openDatabase(options.databaseLocation);
  const stores = slackStores(database, clock);
  const events = createOperatorEvents({ store: stores.operatorEvents, clock, log });
  const { name } = options.model;
  const prices = createPrices({ input: 1_000_000, cachedInput: 1_000_000, output: 1_000_000 });
  const store = createSpendingStore(database.db);
  const openModelSession = createModelSessions({
    model: createModelWatch(name, events).watch(options.model),
    prompts: await readPrompts(promptDirectory),
    budget: createBudgetGuard({ model: name, budgets, store, prices, clock, events, log }),
    timeoutMs: 60_000,
    log,
    newMarker: () => createMarker(),
  });
  const { botToken, appToken, url: apiUrl } = slack;
  const app = createSlackApp({
    config: { mode: 'socket', botToken, appToken, apiUrl },
    people: {
      leadUserIds: [],
      staffUserIds: [],
      leadGroups: [],
      staffGroups: [],
      ...options.people,
    },
    helpChannel: null,
    staffChannel: options.staffChannel ?? null,
    ask: createAskQuestion({
      ...scriptSearch([{ text: sentence }]),
      openModelSession,
      exchanges: stores.exchanges,
      clock,
      log,
      newId: randomUUID,
    }),
    library: createScriptedLibrary(),
    ...stores,
    keepDays: 365,
    reportUsage: createReportUsage({ store: createUsageStore(database.db), budgets, ...clock }),
    clock,
    log,
    timings: quickTimings,
  });
  await app.start();
  return {
    slack,
    inbox: stores.inbox,
    database,
    async close() {
      await app.stop();
      await database.close();
    },
  };
}
