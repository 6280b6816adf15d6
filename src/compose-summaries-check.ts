import type { OpenLibrary } from './compose.ts';
import type { Config } from './config.ts';
import type { HealthCheck } from './observability/health-check.ts';
import { claimsOf, reportOfSummary, summariseExtractively } from './summaries/index.ts';

/** Whether publications can be summarised: one is, of its own sentences, and not kept. */
export function checkSummaries(
  { chat }: Pick<Config, 'chat'>,
  library: () => Promise<OpenLibrary>,
): HealthCheck {
  return {
    name: 'summaries',
    fixWhenThrown: 'Run: npm run -s concord -- ingest',
    run: async () => {
      const { store } = await library();
      const [publication] = (await store.list({ statuses: ['current'] })).filter(
        ({ kind }) => kind !== 'notice',
      );
      if (publication === undefined) {
        return { state: 'skipped', found: 'nothing to summarise yet', fix: null };
      }
      const { id, title } = publication;
      const [text, passages] = await Promise.all([store.text(id), store.passagesOf(id)]);
      const startedAt = performance.now();
      const summary =
        text === null
          ? null
          : summariseExtractively(
              { publication, text, passages },
              { length: 'brief', reader: 'member' },
            );
      const ms = Math.round(performance.now() - startedAt);
      const writer = chat === null ? 'without a model' : `by ${chat.model}, or without it`;
      if (summary === null) {
        return {
          state: 'ok',
          found: `written ${writer}; “${title}” says nothing quotable`,
          fix: null,
        };
      }
      const statements = claimsOf(reportOfSummary(summary)).length;
      const found = `written ${writer}; “${title}” in ${statements} statements, ${ms} ms without a model`;
      return { state: 'ok', found, fix: null };
    },
  };
}
