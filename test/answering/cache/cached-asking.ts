import { randomUUID } from 'node:crypto';
import {
  type AskProgress,
  type AskRequest,
  type BudgetGuard,
  createAnswerCache,
  createAskQuestion,
  createModelSessions,
  type Exchange,
  type FeedbackVerdict,
} from '../../../src/answering/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { createMarker } from '../../../src/prompting/index.ts';
import type { RetrievalEngine } from '../../../src/retrieval/index.ts';
import { createCachedAnswers } from '../../../src/storage/cached-answers.ts';
import { createExchangeStore } from '../../../src/storage/exchange-store.ts';
import { createFeedbackStore } from '../../../src/storage/feedback-store.ts';
import { createLibraryStore } from '../../../src/storage/library-store.ts';
import { createScriptedChatModel, type ScriptedReply } from '../../fakes/scripted-chat-model.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { openFilledLibrary } from '../../retrieval/filled-library.ts';
import { createTestEngine } from '../../retrieval/test-engine.ts';
import { onePrompt } from '../model/one-prompt.ts';

/** Asking over a real library, with a scripted model whose answers are given again. */
export async function openCachedAsking(replies: readonly ScriptedReply[]) {
  const library = await openFilledLibrary();
  const { db } = library.database;
  const clock = createTestClock(Date.UTC(2026, 10, 22, 9));
  const model = createScriptedChatModel(replies);
  const store = createLibraryStore(db);
  const feedback = createFeedbackStore(db);
  const engine: RetrievalEngine = createTestEngine(library.indexStore, { now: clock.now });
  let spentUntil: number | null = null;
  const budget: BudgetGuard = {
    spentFor: async () =>
      spentUntil === null
        ? null
        : {
            scope: 'person-day',
            limit: { tokens: 1, costMicros: null },
            spent: { tokens: 2, costMicros: 0 },
            until: spentUntil,
          },
    record: async () => 70,
  };
  const ask = createAskQuestion({
    retriever: engine.retriever,
    termStatistics: () => engine.termStatistics,
    publicationTexts: async (ids) => {
      const texts = await Promise.all(ids.map(async (id) => [id, await store.text(id)] as const));
      return new Map(texts.flatMap(([id, text]) => (text === null ? [] : [[id, text] as const])));
    },
    passagesOf: (id) => store.passagesOf(id),
    openModelSession: createModelSessions({
      model,
      prompts: onePrompt('compose-answer'),
      budget,
      timeoutMs: 60_000,
      log: silentLog,
      newMarker: () => createMarker(),
    }),
    cache: createAnswerCache({
      answers: createCachedAnswers(db),
      libraryState: async () =>
        JSON.stringify([await library.indexStore.revisions(), engine.searchState()]),
      composer: 'scripted',
      clock,
    }),
    exchanges: createExchangeStore(db),
    clock,
    log: silentLog,
    newId: randomUUID,
  });

  return {
    library,
    model,
    clock,
    refresh: () => engine.refresh(),
    spendBudget: (until: number) => {
      spentUntil = until;
    },
    /** As somebody in a conversation of their own, a minute after what was asked before. */
    ask: async (question: string, request: Partial<AskRequest> = {}) => {
      clock.advance(60_000);
      const shown: AskProgress[] = [];
      const exchange = await ask({
        question,
        conversation: `C1:${randomUUID()}`,
        audiences: ['public', 'members'],
        onProgress: (step) => void shown.push(step),
        ...request,
      });
      return { exchange, claims: shown.filter(({ kind }) => kind === 'claim') };
    },
    judge: ({ id }: Exchange, verdict: FeedbackVerdict) =>
      feedback.save({
        exchangeId: id,
        person: 'U9',
        verdict,
        reason: null,
        citation: null,
        note: null,
        givenAt: clock.now(),
      }),
    close: () => library.close(),
  };
}
