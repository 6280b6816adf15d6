import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import {
  type ChatModel,
  ChatModelError,
  type ChatModelFailure,
} from '../../../src/prompting/index.ts';
import { faithfulSummary } from '../../fakes/faithful-summary.ts';
import type { ScriptedReply } from '../../fakes/scripted-chat-model.ts';
import {
  longChapter,
  modelThat,
  publicationOf,
  repeating,
  saying,
  summarise,
  textsOf,
} from './summary-setting.ts';

const factOf = (number: number): string =>
  `In ward ${number} the number of falls went down by ${number + 10}% within two years.`;
const wards = 'Ash Birch Cedar Dogwood Elm Fir Hazel Ivy Juniper Larch'.split(' ');
const read = publicationOf(wards.map((ward, at) => longChapter(ward, factOf(at + 1))));
const failing = (failure: ChatModelFailure): ScriptedReply => ({
  pieces: ['{"claims": ['],
  end: new ChatModelError(failure, 'scripted', 'Try again later.'),
});

/** Does as it is told but in these sections, from 1. */
const failingAt = (sections: readonly number[], reply: ScriptedReply) =>
  modelThat(({ content }) => {
    const section = Number(/are part (\d+) of 10/.exec(content)?.[1] ?? 0);
    if (sections.includes(section)) return reply;
    return { pieces: [faithfulSummary(content) ?? '{"claims": []}'] };
  });

const outputs: readonly (readonly [string, ScriptedReply, string])[] = [
  ['declines', failing('refused'), 'refused'],
  ['loses its connection', failing('cut-off'), 'cut-off'],
  ['grows too long', { pieces: ['{"claims": ['], end: 'length' }, 'length'],
  ['is withheld', { pieces: [''], end: 'filtered' }, 'filtered'],
  ['writes no JSON', { pieces: ['Certainly! Here you are.'] }, 'malformed'],
];

describe('a model that cannot be used', () => {
  test.each(['unavailable', 'rate-limited', 'misconfigured'] as const)(
    'is asked nothing more, and what was paid for counts (%s)',
    async (failure) => {
      const model = failingAt([4], failing(failure));
      const { summary, run } = await summarise(model, read);
      expect(summary).toBeNull();
      expect(run.failure).toBe(failure);
      expect(model.asked.length).toBeLessThanOrEqual(6);
      expect(run.usage.input).toBeGreaterThanOrEqual(300);
      expect(run.offered).toBeGreaterThan(0);
    },
  );

  test('is not waited for longer than it may take', async () => {
    const slow: ChatModel = {
      name: 'slow',
      async *stream({ signal }) {
        yield { kind: 'text', text: '{"claims": [' };
        await wait(60_000, undefined, { signal }).catch(() => {});
        signal?.throwIfAborted();
      },
    };
    const { summary, run } = await summarise(slow, read, { timeoutMs: 30 });
    expect(summary).toBeNull();
    expect(run.failure).toBe('timed-out');
    expect(run.steps).toMatchObject([{ step: 'summarise', calls: 3 }]);
    expect(run.usage.input).toBeGreaterThan(9_000);
  });
});

describe.each(outputs)('a model that %s', (_how, reply, failure) => {
  test('in one section of ten does not spoil the summary, which says so', async () => {
    const { summary, run } = await summarise(failingAt([4], reply), read, { length: 'full' });
    expect(run.failure).toBeNull();
    expect(textsOf(summary)).toContain(factOf(5));
    expect(textsOf(summary)).not.toContain(factOf(4));
    expect(summary?.notes).toEqual([
      'The language model did not read 1 of 10 sections to the end (“Dogwood”): what they say may be missing.',
    ]);
  });

  test('in three of ten has not summarised it', async () => {
    const { summary, run } = await summarise(failingAt([3, 5, 7], reply), read);
    expect(summary).toBeNull();
    expect(run.failure).toBe(failure);
  });

  test('in all is not asked ten times', async () => {
    const all = Array.from({ length: 10 }, (_, at) => at + 1);
    const model = failingAt(all, reply);
    const { summary, run } = await summarise(model, read);
    expect(summary).toBeNull();
    expect(run.failure).toBe(failure);
    expect(model.asked.length).toBeLessThanOrEqual(failure === 'cut-off' ? 8 : 4);
  });

  test('in the only section has said nothing, even if a claim was complete', async () => {
    const fact = factOf(1);
    const short = publicationOf([{ heading: 'Ward 1', paragraphs: [fact] }]);
    const begun = saying([repeating(fact)])
      .pieces.join('')
      .slice(0, -2);
    const model = modelThat(() => ({ ...reply, pieces: [begun] }));
    const { summary, run } = await summarise(model, short);
    expect(summary).toBeNull();
    expect(run.failure).toBe(failure);
  });
});

test('a connection lost once is no reason to give a section up', async () => {
  let lost = 0;
  const model = modelThat(({ content }) => {
    if (content.includes('are part 4 of 10') && lost === 0) {
      lost += 1;
      return failing('cut-off');
    }
    return { pieces: [faithfulSummary(content) ?? '{"claims": []}'] };
  });
  const { summary, run, progress } = await summarise(model, read, { length: 'full' });
  expect(run.failure).toBeNull();
  expect(run.steps[0]).toMatchObject({ step: 'summarise', calls: 11 });
  expect(progress.filter(({ kind }) => kind === 'section')).toHaveLength(10);
  expect(textsOf(summary)).toContain(factOf(4));
  expect(summary?.notes).toEqual([]);
});

describe('Stop', () => {
  test('ends sections under way at once, with its reason, and they count', async () => {
    const stop = new AbortController();
    let underWay = 0;
    const hanging: ChatModel = {
      name: 'hanging',
      async *stream({ signal }) {
        yield { kind: 'text', text: '{"claims": [' };
        underWay += 1;
        if (underWay === 3) stop.abort(new Error('stopped'));
        await wait(60_000, undefined, { signal }).catch(() => {});
        signal?.throwIfAborted();
      },
    };
    await expect(summarise(hanging, read, { signal: stop.signal })).rejects.toThrow('stopped');
    expect(underWay).toBe(3);
  });

  test('before the first section asks nothing', async () => {
    const model = failingAt([], failing('refused'));
    await expect(
      summarise(model, read, { signal: AbortSignal.abort(new Error('stopped')) }),
    ).rejects.toThrow('stopped');
    expect(model.asked).toEqual([]);
  });

  test('while sections are put together ends that', async () => {
    const stop = new AbortController();
    const model = failingAt([], failing('refused'));
    const onProgress = ({ kind }: { kind: string }): void => {
      if (kind === 'merging') stop.abort(new Error('stopped'));
    };
    await expect(summarise(model, read, { signal: stop.signal, onProgress })).rejects.toThrow(
      'stopped',
    );
    expect(model.asked.map(({ name }) => name)).not.toContain('merge-summary');
  });
});
