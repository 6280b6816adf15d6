import { flushCompileCache } from 'node:module';
import { systemClock } from '../../src/clock.ts';
import { openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { DeliveryStore } from '../../src/messaging/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { createSlackApp } from '../../src/slack/index.ts';
import { slackStores } from './slack-stores.ts';

/** What the process is told by its one argument, as JSON. */
export interface AssistantProcessSettings {
  /** Configuration, as in the environment. */
  environment: Record<string, string>;
  /** Breaks the assistant on purpose: it no longer finds what it has posted or begun. */
  forgetHistory: boolean;
}

/** The assistant as a process of its own, so that it can be killed. Prints `ready` once it listens. */
async function run({ environment, forgetHistory }: AssistantProcessSettings): Promise<void> {
  const clock = systemClock;
  const log = silentLog;
  const config = readConfig(environment, process.cwd());
  if (config.slack === null) throw new Error('no Slack was given');
  const library = await openLibrary(config, { clock, log });
  await library.engine.refresh();
  const stores = slackStores(library.database, clock);
  const app = createSlackApp({
    config: config.slack,
    people: config.people,
    helpChannel: config.helpChannel,
    staffChannel: null,
    ask: library.ask,
    library: library.view,
    ...stores,
    summaries: library.summaries,
    deliveries: forgetHistory ? withoutNotes(stores.deliveries) : stores.deliveries,
    keepDays: 365,
    reportUsage: null,
    clock,
    log,
    // Leases that run out quickly, because the next process comes at once.
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
        mostHandleMs: 30_000,
        keepMs: 3_600_000,
        pollMs: 50,
        graceMs: 500,
      },
    },
    ...(forgetHistory ? { fetch: withoutHistory } : {}),
  });
  await app.start();
  // Written at the end of a process otherwise, which being killed leaves no time for.
  flushCompileCache();
  process.stdout.write('ready\n');
}

/** Finds nothing in the history of what it posted. */
const withoutHistory: typeof fetch = async (input, init) =>
  /conversations\.(history|replies)$/.test(String(input))
    ? Response.json({ ok: true, messages: [] })
    : fetch(input, init);

/** Does not remember which message it began, either. */
function withoutNotes(deliveries: DeliveryStore): DeliveryStore {
  return { ...deliveries, noteMessage: async () => {} };
}

await run(JSON.parse(process.argv[2] ?? '{}') as AssistantProcessSettings);
