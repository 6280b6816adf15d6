import { type Clock, systemClock } from './clock.ts';
import { requireChatModel } from './compose-chat-model.ts';
import { promptDirectory } from './compose-model-sessions.ts';
import type { Config } from './config.ts';
import { ConcordError } from './errors.ts';
import { type EstimatingModel, estimateCalls } from './models/recording/estimate-calls.ts';
import { type RecordingModel, recordCalls } from './models/recording/record-calls.ts';
import { openRecording, readRecording } from './models/recording/recording.ts';
import { type ReplayOptions, replayCalls } from './models/recording/replay-calls.ts';
import { type ChatModel, readPrompts } from './prompting/index.ts';

/** The configured model, whose calls are written down, and the day of the recording. */
export interface Recorder {
  chatModel: RecordingModel;
  /** Asks nobody, and counts what the recording lacks. */
  estimating: EstimatingModel;
  clock: Clock;
}

/**
 * Opens a recording to add calls to the configured model to it.
 *
 * @throws {ConcordError} `no-chat-model` when none is configured; of `openRecording`.
 */
export async function composeRecorder(config: Config, path: string): Promise<Recorder> {
  const model = requireChatModel(config);
  const at = new Date(systemClock.now()).toISOString();
  const about = { at, model: model.name, prompts: await promptHashes() };
  const recording = await openRecording(path, about);
  return {
    chatModel: recordCalls(model, recording),
    estimating: estimateCalls(recording),
    clock: clockAt(recording.header.at),
  };
}

/**
 * What was recorded, as a model, and the day it was recorded on; no service is needed.
 *
 * @throws {DataSetError} of `readRecording`.
 */
export async function composeReplay(
  path: string,
  missing: ReplayOptions['missing'],
): Promise<{ chatModel: ChatModel; clock: Clock }> {
  const recording = await readRecording(path);
  const prompts = await promptHashes();
  return {
    chatModel: replayCalls(recording, { prompts, missing }),
    clock: clockAt(recording.header.at),
  };
}

async function promptHashes(): Promise<Record<string, string>> {
  const prompts = await readPrompts(promptDirectory);
  return Object.fromEntries(prompts.names.map((name) => [name, prompts.get(name).hash]));
}

/**
 * The day of a recording, from its beginning: prompts say what day it is, and a recording is found by
 * what its prompts say. Each look is a millisecond later, since what was said earlier is told by time.
 */
function clockAt(instant: string): Clock {
  let now = Date.parse(instant.slice(0, 'yyyy-mm-dd'.length));
  return {
    now: () => {
      now += 1;
      return now;
    },
  };
}

/** With the question for which a recording lacks a call; any other error as it is. */
export function nameQuestion(error: unknown, question: string): unknown {
  if (!(error instanceof ConcordError) || error.code !== 'call-not-recorded') return error;
  return new ConcordError(error.code, error.message, {
    cause: error,
    details: error.details,
    forPeople: `${error.forPeople}\nThe question: ${question}`,
  });
}
