import { afterEach, beforeAll, expect, test } from 'vitest';
import { createModelSessions, type OpenModelSession } from '../../src/answering/index.ts';
import { promptDirectory } from '../../src/compose-model-sessions.ts';
import {
  ChatModelError,
  createMarker,
  type Prompts,
  readPrompts,
} from '../../src/prompting/index.ts';
import { summaryPrompts } from '../../src/summaries/index.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createScriptedChatModel, type ScriptedReply } from '../fakes/scripted-chat-model.ts';
import { openSummaries, studyText } from './open-summaries.ts';

let prompts: Prompts;
beforeAll(async () => {
  prompts = await readPrompts(promptDirectory);
});

let opened: Awaited<ReturnType<typeof openSummaries>>;
afterEach(() => opened.close());

const fell = 'Falls fell by 23% among those who were visited, from 1.8 to 1.4 a year.';

/** One claim, in the form asked for. */
const says = (text: string, quote: string): ScriptedReply => {
  const quotes = [{ passage: 'P1', quote }];
  const claims = [{ text, item: 'findings', importance: 3, quotes }];
  return { pieces: [JSON.stringify({ claims })] };
};

/** A service whose model says one thing after the other, and how to ask it. */
async function open(
  replies: readonly ScriptedReply[],
  budget: Parameters<typeof createModelSessions>[0]['budget'] = null,
) {
  const model = createScriptedChatModel(replies);
  const sessions = createModelSessions({
    model,
    prompts,
    budget,
    timeoutMs: 10_000,
    log: createRecordingLog().log,
    newMarker: createMarker,
  });
  const asked: Parameters<OpenModelSession>[0][] = [];
  opened = await openSummaries({
    composer: 'scripted',
    openModelSession: (request) => {
      asked.push(request);
      return sessions(request);
    },
  });
  await opened.publish(studyText);
  const summarise = (asker = 'U1') =>
    opened.summaries.summarise({
      publicationId: 'falls',
      length: 'brief',
      reader: 'board',
      audiences: ['public'],
      asker,
      channel: 'C1',
    });
  return { summarise, model, asked };
}

test('a model’s summary is given again, and paid for once by who asked first', async () => {
  const { summarise, model, asked } = await open([says(fell, fell)]);
  const kept = await summarise();
  expect(kept.report.composer).toBe('model');
  expect(kept.modelRun).toMatchObject({ model: 'scripted', failure: null });
  // Or it would be given again although they have changed.
  const known = summaryPrompts.map((name) => prompts.get(name).hash);
  expect(known).toEqual(expect.arrayContaining(kept.modelRun?.prompts ?? []));
  expect(kept.report.notes.join(' ')).not.toContain('language model');
  const requests = model.requests.length;
  expect((await summarise()).id).toBe(kept.id);
  expect(model.requests).toHaveLength(requests);
  expect(asked).toMatchObject([{ asker: 'U1', channel: 'C1' }]);
});

test('when the model fails, the publication’s own sentences stand in, and it is asked again', async () => {
  const unavailable = new ChatModelError('unavailable', 'refused', 'Try later.');
  const { summarise } = await open([{ pieces: [], end: unavailable }, says(fell, fell)]);
  const first = await summarise();
  expect(first.report.composer).toBe('extractive');
  expect(first.modelRun?.failure).toBe('unavailable');
  expect(first.report.notes[0]).toBe(
    'The language model could not be used, because its service cannot be reached at the moment, so these are the publication’s own sentences. Asking again later may help.',
  );
  // Whoever was given it can have it as a file, or shared, all the same.
  const reader = { person: 'U1', audiences: ['public'] } as const;
  expect(await opened.summaries.find(first.id, reader)).toEqual(first);
  const second = await summarise();
  expect(second.report.composer).toBe('model');
});

test('what cannot be verified is not shown', async () => {
  const { summarise } = await open([says('Falls fell by 90%.', 'Falls fell by 90%.')]);
  const { report } = await summarise();
  expect(report.composer).toBe('extractive');
  expect(report.notes[0]).toMatch(/^Nothing the language model wrote could be verified/);
  expect(JSON.stringify(report)).not.toContain('90%');
});

test('a spent budget is said to be spent, and the model is not asked', async () => {
  const until = Date.UTC(2026, 11, 1);
  const spent = { tokens: 5, costMicros: 0 };
  const limit = { tokens: 5, costMicros: null };
  const { summarise, model } = await open([says(fell, fell)], {
    spentFor: async () => ({ scope: 'workspace-month', limit, spent, until }),
    record: async () => 0,
  });
  const { report } = await summarise();
  expect(report.composer).toBe('extractive');
  expect(report.notes[0]).toMatch(
    /budget for the language model is used up until .*1 December.*, or what is left/,
  );
  expect(model.requests).toEqual([]);
});

test('whoever has a budget gets the model, whoever asked a moment before them has not', async () => {
  const spent = { tokens: 5, costMicros: 0 };
  const limit = { tokens: 5, costMicros: null };
  const state = { scope: 'person-day', limit, spent, until: Date.UTC(2026, 11, 1) } as const;
  const { summarise } = await open([says(fell, fell)], {
    spentFor: async ({ asker }) => (asker === 'U1' ? state : null),
    record: async () => 0,
  });
  const [first, second] = await Promise.all([summarise('U1'), summarise('U2')]);
  expect(first.report.composer).toBe('extractive');
  expect(second.report.composer).toBe('model');
});

test('a model is shown no identifiers of people in a file, and its sender is told what it was shown', async () => {
  const { model } = await open([says(fell, fell)]);
  const bytes = new TextEncoder().encode(`${studyText}\n\nAsk jo@example.org about this.`);
  const { report } = await opened.summaries.summariseFile({
    filename: 'study.md',
    bytes,
    owner: 'U1',
    length: 'brief',
    reader: 'member',
    audiences: [],
    asker: 'U1',
  });
  expect(report.composer).toBe('model');
  expect(JSON.stringify(model.requests)).toContain('Ask [email address] about this.');
  expect(JSON.stringify(model.requests)).not.toContain('jo@example.org');
  expect(report.notes.join(' ')).toContain('The language model was given the text of the file');
});
