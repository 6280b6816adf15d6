import type { Audience } from '../people/index.ts';
import type { Answer, Claim, Source } from './answer.ts';
import type { ModelRun } from './model/model-run.ts';

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
  /** Slack id of the person who asked; null when nobody known to Slack did. */
  asker: string | null;
  /** What a model did for it; null when none was asked. */
  modelRun: ModelRun | null;
}

/** What is happening to a question, as it happens. */
export type AskProgress =
  /** The library is being searched. */
  | { kind: 'searching' }
  /** A model works out how to look the question up. */
  | { kind: 'planning' }
  /** Each part of the question, of which there are so many, is being searched for. */
  | { kind: 'searching-parts'; parts: number }
  /** More is being looked up, step by step; the first is 1. */
  | { kind: 'researching'; step: number }
  /** Passages were found and are being read. */
  | { kind: 'reading'; publications: number; passages: number }
  /** The same, to set what they say side by side. */
  | { kind: 'comparing'; publications: number; passages: number }
  /** A claim is verified, in the order of the answer; with the sources it cites. */
  | { kind: 'claim'; claim: Claim; sources: Source[] };

export interface AskRequest {
  question: string;
  conversation: string;
  audiences: readonly Audience[];
  /** Makes the exchange idempotent: asking again under the same id returns the stored exchange. */
  exchangeId?: string;
  asker?: string;
  /** Told of each step. Not called for an exchange that was stored before. Must not throw. */
  onProgress?(progress: AskProgress): void;
  signal?: AbortSignal;
}

/** Answers a question from the library and stores the exchange. */
export type AskQuestion = (request: AskRequest) => Promise<Exchange>;

export interface ExchangeStore {
  save(exchange: Exchange): Promise<void>;
  find(id: string): Promise<Exchange | null>;
  /** Deletes an exchange and what people thought of it; does nothing for an unknown id. */
  forget(id: string): Promise<void>;
  /** The latest exchanges of a conversation, oldest first. */
  latest(conversation: string, limit: number): Promise<Exchange[]>;
}
