import {
  BaseChatModel,
  type BaseChatModelCallOptions,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import { asData, ChatModelError } from '../../prompting/index.ts';
import type { ModelCalls } from '../model/model-calls.ts';
import { showPassages } from '../model/show-passages.ts';
import { type ResearchAction, readAction, writtenAction } from './research-action.ts';
import type { ResearchNotes } from './research-notes.ts';

/** The tools by which LangChain's agent knows what a model wants to be looked up. */
export const toolNames = { search: 'search_library', read: 'read_around' } as const;

export interface ResearchModelParts {
  calls: ModelCalls;
  notes: ResearchNotes;
  /** Most times it is asked. */
  mostSteps: number;
  /** Told before it is asked, with the number of the step, from 1. */
  onStep(step: number): void;
  signal: AbortSignal;
}

const mostTokens = 1_000;
const finished: ResearchAction = { searches: [], read: [] };

/**
 * Our own model as LangChain's agents know models. Tool calls are made of JSON of a fixed form, which
 * every server can write, so that there is no tool that it could call but ours. When the model fails
 * or writes anything else it has finished: the answer is composed of what was gathered.
 */
export class ResearchModel extends BaseChatModel {
  readonly #parts: ResearchModelParts;

  constructor(parts: ResearchModelParts) {
    super({ cache: false, verbose: false });
    this.#parts = parts;
  }

  override _llmType(): string {
    return 'concord';
  }

  /** The tools are fixed, and stand in the prompt. */
  override bindTools(): this {
    return this;
  }

  override async _generate(
    messages: BaseMessage[],
    _options: BaseChatModelCallOptions,
  ): Promise<ChatResult> {
    const step = messages.filter((message) => AIMessage.isInstance(message)).length + 1;
    this.#parts.onStep(step);
    const message = toMessage(await this.#decide(messages, step), step);
    return { generations: [{ text: '', message }] };
  }

  async #decide(messages: readonly BaseMessage[], step: number): Promise<ResearchAction> {
    const { calls, notes, mostSteps, signal } = this.#parts;
    const call = {
      step: 'research',
      prompt: 'research-library',
      values: (marker: string) => ({
        passages: showPassages(notes.shown(), marker),
        done: asData('done', writeOut(messages), marker),
        question: asData('question', questionOf(messages), marker),
        steps: String(mostSteps - step + 1),
      }),
      mostTokens,
      signal,
    } as const;
    try {
      const written = await calls.read(call, writtenAction);
      return written === null ? finished : readAction(written);
    } catch (error) {
      if (error instanceof ChatModelError) return finished;
      throw error;
    }
  }
}

function toMessage({ searches, read }: ResearchAction, step: number): AIMessage {
  const wanted = [
    ...searches.map((args) => ({ name: toolNames.search, args })),
    ...read.map((passage) => ({ name: toolNames.read, args: { passage } })),
  ];
  return new AIMessage({
    content: '',
    tool_calls: wanted.map((call, index) => ({
      ...call,
      id: `${step}-${index + 1}`,
      type: 'tool_call' as const,
    })),
  });
}

function questionOf(messages: readonly BaseMessage[]): string {
  return messages.find((message) => HumanMessage.isInstance(message))?.text ?? '';
}

/** What was looked up and what came of it, a line each. */
function writeOut(messages: readonly BaseMessage[]): string {
  const wanted = new Map<string, string>();
  const lines: string[] = ['Searched for the question itself.'];
  for (const message of messages) {
    if (AIMessage.isInstance(message)) {
      for (const { id, args } of message.tool_calls ?? []) wanted.set(id ?? '', describe(args));
    }
    if (ToolMessage.isInstance(message)) {
      lines.push(`${wanted.get(message.tool_call_id) ?? ''}: ${message.text}`);
    }
  }
  return lines.join('\n');
}

function describe({ query, publication, passage }: Record<string, unknown>): string {
  if (passage !== undefined) return `Read around ${String(passage)}`;
  const place = publication === '' ? '' : ` in ${String(publication)}`;
  return `Searched${place} for “${String(query)}”`;
}
