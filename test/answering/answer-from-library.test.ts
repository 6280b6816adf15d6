import { describe, expect, test } from 'vitest';
import { answerFromLibrary } from '../../src/answering/answer-from-library.ts';
import type { AskProgress } from '../../src/answering/index.ts';
import type { ModelCalls } from '../../src/answering/model/model-calls.ts';
import { silentLog } from '../../src/observability/log.ts';
import {
  claimsReply,
  createScriptedChatModel,
  type ScriptedReply,
} from '../fakes/scripted-chat-model.ts';
import { callsOf, planReply, stepReply } from './research/research-setting.ts';
import { createWordSearch } from './research/word-search.ts';

const clock = { now: () => Date.UTC(2026, 10, 22) };
const led = 'The falls pilot in the east was led by Harrowfen.';
const spent = 'Harrowfen used 3 million pounds in 2021.';
const question = 'What did the trust that led the falls pilot in the east use?';

async function answer(calls: ModelCalls | null) {
  const search = createWordSearch([
    { text: led, publication: { id: 'falls' } },
    { text: spent, publication: { id: 'accounts' } },
  ]);
  const progress: AskProgress[] = [];
  const parts = { ...search, clock, log: silentLog };
  const request = {
    audiences: ['public'] as const,
    onProgress: (step: AskProgress): void => void progress.push(step),
  };
  const outcome = await answerFromLibrary(parts, question, request, calls);
  calls?.close();
  return { ...outcome, kinds: progress.map(({ kind }) => kind), progress };
}

const found: readonly ScriptedReply[] = [
  planReply('research'),
  stepReply(['Harrowfen used']),
  stepReply([]),
];
const claim = {
  text: 'Harrowfen used 3 million pounds in 2021.',
  quotes: [['P2', spent]],
} as const;
const asking = (last: ScriptedReply) => callsOf(createScriptedChatModel([...found, last]));

describe('an answer to a question that one search does not answer', () => {
  test('is composed from all that was gathered', async () => {
    const { answer: composed, kinds } = await answer(asking(claimsReply([claim])));
    expect(composed).toMatchObject({
      composer: 'model',
      claims: [{ text: claim.text }],
      sources: [{ publication: { id: 'accounts' } }],
    });
    expect(kinds).toEqual([
      'searching',
      'planning',
      'researching',
      'researching',
      'reading',
      'claim',
    ]);
  });

  test('has the confidence, and without a model the sentences, of the first search', async () => {
    const extractive = await answer(null);
    expect(extractive.kinds.filter((kind) => kind !== 'claim')).toEqual(['searching', 'reading']);
    const composed = await answer(asking(claimsReply([claim])));
    expect(composed.confidence).toBe(extractive.confidence);
    const garbled = await answer(asking({ pieces: ['no JSON'] }));
    expect(garbled.answer).toEqual(extractive.answer);
    expect(garbled.progress.filter(({ kind }) => kind === 'claim')).toEqual(
      extractive.progress.filter(({ kind }) => kind === 'claim'),
    );
  });
});
