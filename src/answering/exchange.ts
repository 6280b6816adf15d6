import type { Audience } from '../people/index.ts';
import type { Answer } from './answer.ts';

/** One question with its answer. */
export interface Exchange {
  id: string;
  /** Conversation the question belongs to (`channel:thread`); earlier exchanges in it give context. */
  conversation: string;
  /** As asked, identifiers of people redacted. */
  question: string;
  /** What was looked up: the question made to stand alone. */
  standaloneQuestion: string;
  audiences: Audience[];
  answer: Answer;
  /** 0..1: how sure the evidence makes Concord that the library answers the question. */
  confidence: number;
  /** UTC ms. */
  askedAt: number;
  /** Wall time from question to answer. */
  durationMs: number;
}

export interface AskRequest {
  question: string;
  conversation: string;
  audiences: readonly Audience[];
  /** Makes the exchange idempotent: asking again under the same id returns the stored exchange. */
  exchangeId?: string;
  signal?: AbortSignal;
}

/** Answers a question from the library and stores the exchange. */
export type AskQuestion = (request: AskRequest) => Promise<Exchange>;

export interface ExchangeStore {
  save(exchange: Exchange): Promise<void>;
  find(id: string): Promise<Exchange | null>;
  /** The latest exchanges of a conversation, oldest first. */
  latest(conversation: string, limit: number): Promise<Exchange[]>;
}
