import { systemClock } from './clock.ts';
import { openLibrary } from './compose.ts';
import type { Config } from './config.ts';
import { feedbackCases, type GoldenQuestionLine, type Judgement } from './evaluation/index.ts';
import { silentLog } from './observability/log.ts';
import { createExchangeStore } from './storage/exchange-store.ts';
import { createFeedbackStore } from './storage/feedback-store.ts';

export interface FeedbackExport {
  cases: GoldenQuestionLine[];
  /** How many judgements the cases were made of, or could not be. */
  judgements: number;
}

/** Reads the feedback given at or after the instant (UTC ms) and makes evaluation cases of it. */
export async function exportFeedback(config: Config, since: number): Promise<FeedbackExport> {
  const { database, store, close } = await openLibrary(config, {
    clock: systemClock,
    log: silentLog,
  });
  try {
    const exchanges = createExchangeStore(database.db);
    const judgements: Judgement[] = [];
    for (const feedback of await createFeedbackStore(database.db).since(since)) {
      const exchange = await exchanges.find(feedback.exchangeId);
      if (exchange !== null) judgements.push({ feedback, exchange });
    }
    const sources = new Map((await store.list()).map(({ id, source }) => [id, source]));
    const cases = feedbackCases(judgements, (id) => sources.get(id) ?? null);
    return { cases, judgements: judgements.length };
  } finally {
    await close();
  }
}
