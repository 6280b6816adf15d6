import { describe, expect, test } from 'vitest';
import { researchLibrary } from '../../../src/answering/research/research-library.ts';
import { silentLog } from '../../../src/observability/log.ts';
import type { Audience } from '../../../src/people/index.ts';
import type { ChatModel } from '../../../src/prompting/index.ts';
import { createScriptedChatModel, type ScriptedReply } from '../../fakes/scripted-chat-model.ts';
import { callsOf, stepReply } from './research-setting.ts';
import { createWordSearch, type WordSearch } from './word-search.ts';

const question = 'What did the trust that led the falls pilot spend?';
const library = [
  { text: 'The falls pilot was led by Harrowfen Trust.', publication: { id: 'falls' } },
  { text: 'Harrowfen Trust spent 3 million pounds in 2021.', publication: { id: 'accounts' } },
  { text: 'Most of it went to wages.', publication: { id: 'accounts' } },
  { text: 'Quillbridge planted trees.', publication: { id: 'trees' } },
  {
    text: 'Harrowfen staff pay secrets.',
    publication: { id: 'secret', audience: 'staff' as const },
  },
];

interface Options {
  search?: WordSearch;
  signal?: AbortSignal;
  timeoutMs?: number;
  audiences?: readonly Audience[];
}

async function research(model: ChatModel, options: Options = {}) {
  const { search = createWordSearch(library), audiences = ['public'], signal, timeoutMs } = options;
  const calls = callsOf(model, {
    ...(signal && { signal }),
    ...(timeoutMs && { timeoutMs }),
  });
  const steps: number[] = [];
  const first = search.passages.slice(0, 1);
  const gathered = await researchLibrary(
    { search, calls, log: silentLog },
    { question, found: [first], audiences, signal, onStep: (step) => void steps.push(step) },
  ).finally(() => calls.close());
  return {
    steps,
    run: calls.run,
    search,
    texts: gathered.map(({ passage }) => passage.text),
    queries: search.requests.map(({ query }) => query),
  };
}

const scripted = (replies: readonly ScriptedReply[]) => createScriptedChatModel(replies);
const finish = stepReply([]);

describe('looking further', () => {
  test('goes on from what was found, until the model has finished', async () => {
    const model = scripted([stepReply(['Harrowfen Trust spent']), finish]);
    const { texts, steps, run, queries } = await research(model);
    expect(queries).toEqual(['Harrowfen Trust spent']);
    expect(texts).toEqual([library[0]?.text, library[1]?.text]);
    expect(steps).toEqual([1, 2]);
    expect(run.steps).toMatchObject([{ step: 'research', calls: 2 }]);
    const [, second] = model.requests.map(({ messages }) => messages[0]?.content ?? '');
    expect(second).toMatch(/<<P1, D1, Publication 0, .* [0-9a-f]{12}>>\nThe falls pilot was led/);
    expect(second).toMatch(/<<P2, D2, Publication 1, .* [0-9a-f]{12}>>\nHarrowfen Trust spent/);
    expect(second).toContain('Searched for “Harrowfen Trust spent”: Found P2, P1 again.');
    expect(second).toContain('You can look something up 5 more times.');
  });

  test('searches one publication alone, and reads around a passage', async () => {
    const model = scripted([
      stepReply(['Harrowfen spent']),
      stepReply([['wages', 'D2']], ['P2']),
      finish,
    ]);
    const { texts, search } = await research(model);
    expect(search.requests.at(-1)).toMatchObject({ within: ['accounts'] });
    expect(texts).toContain('Most of it went to wages.');
    const around = scripted([stepReply(['Harrowfen spent']), stepReply([], ['P2']), finish]);
    expect((await research(around)).texts).toContain('Most of it went to wages.');
  });

  test('tells of publications that came up further down, by which they can be searched', async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      text: `Wages of district ${index}.`,
      publication: { id: `district-${index}`, title: `District ${index}`, date: '2019' },
    }));
    const model = scripted([stepReply(['wages']), stepReply([['wages', 'D9']]), finish]);
    const search = createWordSearch(many);
    await research(model, { search });
    expect(model.requests[1]?.messages[0]?.content).toMatch(/not read: .*D9 \(District 8, .*2019/);
    expect(search.requests.at(-1)?.within).toEqual(['district-8']);
  });

  test('finds nothing that the audiences may not read', async () => {
    const asked = stepReply(['Harrowfen staff pay secrets', ['pay secrets', 'D5']], ['P5']);
    const { texts, search } = await research(scripted([asked, asked, finish]));
    expect(texts.join()).not.toContain('secrets');
    expect(search.requests.every(({ audiences }) => audiences.join() === 'public')).toBe(true);
    const staff = await research(scripted([asked, finish]), { audiences: ['public', 'staff'] });
    expect(staff.texts.join()).toContain('secrets');
  });
});

describe('looking further ends', () => {
  const endless = (): ChatModel & { asked: number } => {
    let number = 0;
    return {
      name: 'endless',
      get asked() {
        return number;
      },
      async *stream() {
        number += 1;
        const searches = [1, 2, 3].map((each) => ({
          query: `Harrowfen ${number}.${each}`,
          publication: '',
        }));
        yield { kind: 'text', text: JSON.stringify({ searches, read: [] }) };
        yield { kind: 'end', reason: 'complete', usage: null };
      },
    };
  };
  /** A passage for every word, so that every search finds something new. */
  const boundless = () => {
    const search = createWordSearch(library);
    const [sample] = search.passages;
    if (sample === undefined) throw new Error('the library is empty');
    search.retriever.retrieve = async (request) => {
      search.requests.push(request);
      const id = 100 + search.requests.length;
      const passage = { ...sample.passage, id, text: `Text ${id}.` };
      return {
        passages: [{ ...sample, passage }],
        signals: { searched: 1, lexicalCompleteness: 1, lexicalLead: 1, cohesionLead: 1 },
      };
    };
    return search;
  };

  test('after eight lookups, whatever the model asks for', async () => {
    const model = endless();
    const { search, texts } = await research(model, { search: boundless() });
    expect(search.requests).toHaveLength(8);
    expect(model.asked).toBe(3);
    expect(texts).toHaveLength(9);
  });

  test('after six steps', async () => {
    const words = 'one two three four five six seven eight nine'.split(' ');
    const model = scripted(words.map((word) => stepReply([`Harrowfen ${word}`])));
    const { steps, search } = await research(model, { search: boundless() });
    expect(steps).toEqual([1, 2, 3, 4, 5, 6]);
    expect(model.requests).toHaveLength(6);
    expect(search.requests).toHaveLength(6);
  });

  test('when two steps bring nothing new, as when a search is repeated', async () => {
    const model = scripted([stepReply(['Harrowfen spent'])]);
    const { queries, steps } = await research(model);
    expect(queries).toEqual(['Harrowfen spent']);
    expect(steps).toEqual([1, 2, 3]);
  });

  test('when it has used its tokens', async () => {
    const model = scripted(
      ['one', 'two', 'three', 'four'].map((word) => stepReply([`Harrowfen ${word}`])),
    );
    const dear: ChatModel = {
      name: 'dear',
      async *stream(request) {
        for await (const chunk of model.stream(request)) {
          if (chunk.kind === 'text') yield chunk;
          else yield { ...chunk, usage: { input: 14_000, cachedInput: 0, output: 1_500 } };
        }
      },
    };
    const { steps } = await research(dear, { search: boundless() });
    expect(steps).toEqual([1, 2]);
  });

  test('when it has taken its share of the time, and leaves the rest for the answer', async () => {
    const hanging: ChatModel = {
      name: 'hanging',
      async *stream({ signal }) {
        yield { kind: 'text', text: '{' };
        await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
        signal?.throwIfAborted();
      },
    };
    const calls = callsOf(hanging, { timeoutMs: 500 });
    const search = createWordSearch(library);
    const found = [search.passages.slice(0, 1)];
    const gathered = await researchLibrary(
      { search, calls, log: silentLog },
      { question, found, audiences: ['public'], onStep: () => {} },
    );
    expect(gathered).toEqual(found[0]);
    expect(calls.timeLeft()).toBeGreaterThan(100);
    calls.close();
  });

  test('when somebody presses Stop, with their reason', async () => {
    const stop = new AbortController();
    const stopping: ChatModel = {
      name: 'stopping',
      async *stream({ signal }) {
        stop.abort(new Error('stopped'));
        signal?.throwIfAborted();
        yield { kind: 'end', reason: 'complete', usage: null };
      },
    };
    await expect(research(stopping, { signal: stop.signal })).rejects.toThrow('stopped');
  });

  test('with its error when the library cannot be read', async () => {
    const search = createWordSearch(library);
    search.retriever.retrieve = async () => {
      throw new Error('the database is gone');
    };
    const model = scripted([stepReply(['Harrowfen'])]);
    await expect(research(model, { search })).rejects.toThrow('the database is gone');
    expect(model.requests).toHaveLength(1);
  });
});
