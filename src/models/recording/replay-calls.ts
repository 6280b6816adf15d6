import { ConcordError } from '../../errors.ts';
import type { ChatChunk, ChatModel, ChatRequest } from '../../prompting/index.ts';
import { chatModelError } from '../describe-chat-failure.ts';
import { callKey } from './call-key.ts';
import type { KnownCall, Recording } from './recording.ts';

export interface ReplayOptions {
  /** Hash of each prompt as it is now, by its name; to say why a call is not in the recording. */
  prompts: Readonly<Record<string, string>>;
  /** A request that is not in the recording ends everything, or counts as a model that is not there. */
  missing: 'fail' | 'extractive';
}

/**
 * A model that says again what was recorded, at once and without any service.
 *
 * Its streams throw a {@link ConcordError} `call-not-recorded` for a request that was not recorded,
 * unless `missing` says otherwise.
 */
export function replayCalls(recording: Recording, options: ReplayOptions): ChatModel {
  return {
    name: recording.header.model,
    async *stream(request) {
      request.signal?.throwIfAborted();
      const call = recording.find(callKey(request));
      if (call !== null) yield* sayAgain(call, request.signal);
      else if (options.missing === 'extractive') {
        throw chatModelError('unavailable', 'call-not-recorded');
      } else throw notRecorded(recording, request, options);
    },
  };
}

/** The chunks of a call, and its failure. */
export async function* sayAgain(
  { chunks, end, failure }: KnownCall,
  signal?: AbortSignal,
): AsyncGenerator<ChatChunk, void, undefined> {
  for (const [, text] of chunks) {
    signal?.throwIfAborted();
    yield { kind: 'text', text };
  }
  signal?.throwIfAborted();
  if (failure !== null) throw chatModelError(failure.failure, failure.reason);
  // Whoever asked then had read enough; who reads on does not find out what would have come.
  if (end === null) throw chatModelError('cut-off', 'recording-ends');
  yield { kind: 'end', reason: end.reason, usage: end.usage };
}

function notRecorded(
  { path, header }: Recording,
  request: ChatRequest,
  { prompts }: ReplayOptions,
): ConcordError {
  const { name } = request.output;
  const key = callKey(request);
  const changed = Object.keys({ ...header.prompts, ...prompts }).filter(
    (each) => header.prompts[each] !== prompts[each],
  );
  const why =
    changed.length > 0
      ? `Since it was made, these prompts have changed: ${changed.join(', ')}.`
      : 'The library, the embedder, the question or Concord is not what it was when it was made.';
  return new ConcordError('call-not-recorded', `no call ${key} (${name}) in ${path}`, {
    details: { key, prompt: name, changed },
    forPeople: `${path} holds no call to the model for the prompt ${name} with this question (${key.slice(0, 12)}). ${why} Go on with the recording (concord eval record), or pass --missing extractive.`,
  });
}
