import type { OperatorEvents } from '../observability/operator-event.ts';
import type { ChatChunk, ChatModel, ChatRequest } from './chat-model.ts';
import { ChatModelError } from './chat-model-error.ts';

/** Lets operators know of a model that cannot work, and that it works again. */
export interface ModelWatch {
  /** The same model, watched. */
  watch(model: ChatModel): ChatModel;
  /**
   * To be called by what leaves a failing model alone. @param state `open`: it is left alone from now
   * on; `closed`: it is asked again. @param failure the last one before it was left alone.
   */
  onStateChange(state: 'open' | 'closed', failure: ChatModelError | null): void;
}

/** @param model its name, as the service calls it. */
export function createModelWatch(model: string, events: OperatorEvents): ModelWatch {
  /** Whether a success would be news: a process cannot know what was before it. */
  let isInTrouble = true;

  async function fail(error: ChatModelError): Promise<void> {
    if (error.failure !== 'misconfigured') return;
    isInTrouble = true;
    const { reason, forPeople: advice } = error;
    await events.raise({ kind: 'model-misconfigured', model, reason, advice });
  }

  async function succeed(): Promise<void> {
    if (!isInTrouble) return;
    isInTrouble = false;
    await events.raise({ kind: 'model-works-again', model });
  }

  return {
    watch: (watched) => ({
      name: watched.name,
      async *stream(request: ChatRequest): AsyncGenerator<ChatChunk, void, undefined> {
        try {
          for await (const chunk of watched.stream(request)) {
            if (chunk.kind === 'end') await succeed();
            yield chunk;
          }
        } catch (error) {
          if (error instanceof ChatModelError) await fail(error);
          throw error;
        }
      },
    }),
    onStateChange(state, failure) {
      // What an operator has to mend was told at the first failure.
      if (state === 'closed' || failure === null || failure.failure === 'misconfigured') return;
      isInTrouble = true;
      void events.raise({ kind: 'model-unavailable', model, failure: failure.failure });
    },
  };
}
