import { randomUUID } from 'node:crypto';
import { createAskQuestion } from '../../src/answering/index.ts';
import { systemClock } from '../../src/clock.ts';
import type { PublicationText } from '../../src/library/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { createRetrievalEngine } from '../../src/retrieval/index.ts';
import { createSlackApp } from '../../src/slack/index.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createExchangeStore } from '../../src/storage/exchange-store.ts';
import { createInbox } from '../../src/storage/inbox.ts';
import { createIndexStore } from '../../src/storage/index-store.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';

/** What the process is told by its one argument, as JSON. */
export interface AssistantProcessSettings {
  databasePath: string;
  cacheDirectory: string;
  apiUrl: string;
  botToken: string;
  appToken: string;
  /** Breaks the assistant on purpose: it no longer finds in the history what it has posted. */
  forgetHistory: boolean;
}

/** The assistant as a process of its own, so that it can be killed. Prints `ready` once it listens. */
async function run(settings: AssistantProcessSettings): Promise<void> {
  const clock = systemClock;
  const log = silentLog;
  const database = await openDatabase(settings.databasePath);
  const store = createLibraryStore(database.db);
  const engine = createRetrievalEngine({
    store: createIndexStore(database.db),
    embedder: { kind: 'local' },
    cacheDirectory: settings.cacheDirectory,
    clock,
    log,
  });
  await engine.refresh();
  const app = createSlackApp({
    config: {
      mode: 'socket',
      botToken: settings.botToken,
      appToken: settings.appToken,
      apiUrl: settings.apiUrl,
    },
    people: { leadUserIds: [], staffUserIds: [] },
    helpChannel: null,
    ask: createAskQuestion({
      retriever: engine.retriever,
      termStatistics: () => engine.termStatistics,
      publicationTexts: async (ids) => {
        const texts = new Map<string, PublicationText>();
        for (const id of ids) {
          const text = await store.text(id);
          if (text !== null) texts.set(id, text);
        }
        return texts;
      },
      exchanges: createExchangeStore(database.db),
      clock,
      log,
      newId: randomUUID,
    }),
    countPublications: async () => 8,
    inbox: createInbox(database, clock),
    deliveries: createDeliveryStore(database, clock),
    clock,
    log,
    timings: {
      requestTimeoutMs: 400,
      postIntervalMs: 0,
      deliveryLeaseMs: 600,
      settleMs: 50,
      reconnectMs: 100,
      inbox: {
        parallel: 8,
        leaseMs: 600,
        mostFailures: 8,
        mostAttempts: 200,
        mostAgeMs: 600_000,
        backOffMs: 50,
        mostBackOffMs: 400,
        pollMs: 50,
        graceMs: 500,
        mostHandleMs: 30_000,
        keepMs: 3_600_000,
      },
    },
    ...(settings.forgetHistory ? { fetch: withoutMetadata } : {}),
  });
  await app.start();
  process.stdout.write('ready\n');
}

/** Asks for the history as an assistant would that put no id into its messages. */
const withoutMetadata: typeof fetch = (input, init) => {
  const body =
    typeof init?.body === 'string' ? init.body.replace('include_all_metadata=true', '') : '';
  return fetch(input, { ...init, body });
};

await run(JSON.parse(process.argv[2] ?? '{}') as AssistantProcessSettings);
