import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { registerEval } from '../../src/commands/eval.ts';
import { type ClaimsService, startClaimsService } from '../fakes/claims-service.ts';
import { type CommandOutput, runCommandIn } from './run-command.ts';
import { subjectCount, writeAnswersSet, writeGoldenCorpus } from './small-data-sets.ts';

/** One question has no passage that any of its words is in, so nobody is asked. */
export const askedCount = subjectCount - 1;

/** Data sets, and a service with a place for its recording that is new for each test. */
export interface RecordingStage {
  readonly folder: string;
  readonly answers: string;
  readonly corpus: string;
  /** Where `record` writes to. */
  readonly to: string;
  readonly service: ClaimsService;
  /** `concord eval`, without any service unless the environment names one. */
  evaluate(
    environment: ClaimsService['environment'],
    ...parameters: string[]
  ): Promise<CommandOutput>;
  /** `concord eval record SET` with the service. */
  record(...parameters: string[]): Promise<CommandOutput>;
}

export function useRecordingStage(): RecordingStage {
  let folder = '';
  let service: ClaimsService | null = null;
  const stage: RecordingStage = {
    get folder() {
      return folder;
    },
    get answers() {
      return join(folder, 'answers.jsonl');
    },
    get corpus() {
      return join(folder, 'corpus');
    },
    get to() {
      return join(folder, 'recording.jsonl');
    },
    get service() {
      if (service === null) throw new Error('there is a service during tests only');
      return service;
    },
    evaluate: (environment, ...parameters) =>
      runCommandIn(environment, registerEval, 'eval', ...parameters),
    record: (...parameters) =>
      stage.evaluate(
        stage.service.environment,
        'record',
        ...parameters,
        '--to',
        stage.to,
        '--json',
      ),
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concord-eval-record-'));
    await writeAnswersSet(stage.answers);
    await writeGoldenCorpus(stage.corpus);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    service = await startClaimsService();
  });
  afterEach(async () => {
    await service?.close();
    await rm(stage.to, { force: true });
  });
  return stage;
}

/** The records of a JSON Lines file. */
export async function linesOf(path: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(path, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
