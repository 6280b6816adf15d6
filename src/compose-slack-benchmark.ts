import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startAssistantProcess } from './bench/assistant-process.ts';
import type { QuestionTimes, SlackLoad } from './bench/slack-load.ts';
import { systemClock } from './clock.ts';
import { openAssistant } from './compose-assistant.ts';
import type { Config } from './config.ts';
import { pause } from './messaging/index.ts';
import { silentLog } from './observability/log.ts';
import {
  type AnswerWatch,
  addCrowd,
  askMany,
  startLocalSlack,
  watchAnswers,
} from './playground/index.ts';

const crowdSize = { people: 100, channels: 20 };
const lookEveryMs = 50;

/** What the process with the assistant is told, as JSON. */
export const benchmarkedAssistantSchema = z.object({
  apiUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  /** For its database. */
  directory: z.string(),
});
export type BenchmarkedAssistant = z.infer<typeof benchmarkedAssistantSchema>;

/**
 * Starts a local Slack with a crowd in it, and an assistant with a process of its own.
 *
 * @param command arguments for this Node that run the assistant given as one more, in JSON.
 */
export async function openSlackLoad(
  command: readonly string[],
  { rateLimits }: { rateLimits: boolean },
): Promise<SlackLoad> {
  const directory = await mkdtemp(join(tmpdir(), 'concord-bench-'));
  const slack = await startLocalSlack({ rateLimits });
  const state = slack.snapshot();
  const crowd = addCrowd(state, crowdSize);
  slack.restore(state);
  const { url: apiUrl, botToken, appToken } = slack;
  const told: BenchmarkedAssistant = { apiUrl, botToken, appToken, directory };
  const assistant = await startAssistantProcess([...command, JSON.stringify(told)]);
  let alone = 0;
  return {
    async askOne(text) {
      const watch = watchAnswers(slack);
      const person = slack.actAs(crowd.people[alone % crowd.people.length] ?? '');
      alone += 1;
      const askedAt = performance.now();
      watch.add(await person.directMessage(text), askedAt);
      const [times] = await untilAnswered(watch, 60_000);
      if (times === undefined) throw new Error('nothing was asked');
      return times;
    },
    async askMany(texts, mostMs) {
      const watch = await askMany(slack, crowd, texts.length, (index) => texts[index] ?? '');
      return untilAnswered(watch, mostMs);
    },
    async askSteadily(texts, { inFlight, intervalMs, mostMs }) {
      const measured = watchAnswers(slack);
      const others = watchAnswers(slack);
      let asked = 0;
      const askNext = async (watch: AnswerWatch, text: string): Promise<void> => {
        const person = slack.actAs(crowd.people[asked % crowd.people.length] ?? '');
        asked += 1;
        const askedAt = performance.now();
        watch.add(await person.directMessage(text), askedAt);
      };
      for (const text of texts) {
        while (countOpen(measured) + countOpen(others) < inFlight) await askNext(others, text);
        await askNext(measured, text);
        await pause(intervalMs);
      }
      await untilAnswered(others, mostMs);
      return untilAnswered(measured, mostMs);
    },
    async close() {
      await assistant.stop();
      await slack.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const countOpen = ({ questions }: AnswerWatch): number =>
  questions.filter(({ finished }) => finished === null).length;

/** Waits for the answers, then a moment for any that come twice. */
async function untilAnswered(watch: AnswerWatch, mostMs: number): Promise<QuestionTimes[]> {
  const end = performance.now() + mostMs;
  while (countOpen(watch) > 0 && performance.now() < end) {
    await pause(lookEveryMs);
  }
  await pause(lookEveryMs);
  watch.stop();
  return watch.questions.map((question) => ({ ...question }));
}

/** Runs the assistant that is measured, until the process is told to end. */
export async function runBenchmarkedAssistant(
  config: Config,
  { directory, ...connection }: BenchmarkedAssistant,
  { ready, ended }: { ready(): void; ended: Promise<unknown> },
): Promise<void> {
  const assistant = await openAssistant(
    {
      ...config,
      slack: { mode: 'socket', ...connection },
      embedder: { kind: 'local' },
      dataDirectory: directory,
      databaseLocation: join(directory, 'concord.sqlite'),
    },
    { clock: systemClock, log: silentLog },
  );
  await assistant.library.ingest();
  await assistant.start();
  ready();
  await ended;
  await assistant.close();
}
