import { describe, expect, test } from 'vitest';
import { type BreakerOptions, type BreakerState, createBreaker } from '../../src/models/breaker.ts';
import {
  type ChatChunk,
  type ChatModel,
  ChatModelError,
  type ChatModelFailure,
} from '../../src/prompting/index.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { chatRequest, type Heard, hear } from './chat-requests.ts';

type Step = 'answer' | 'wait' | Error;

/** A model that takes one step a request; `wait` ends with the signal alone. */
function steppingModel(): ChatModel & { steps: Step[]; asked: number } {
  const model = {
    name: 'stepping',
    asked: 0,
    steps: [] as Step[],
    async *stream({ signal }: Parameters<ChatModel['stream']>[0]): AsyncGenerator<ChatChunk> {
      model.asked += 1;
      const step = model.steps.shift() ?? 'answer';
      if (step instanceof Error) throw step;
      if (step === 'wait') {
        await new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      }
      yield { kind: 'text', text: '{}' };
      yield { kind: 'end', reason: 'complete', usage: null };
    },
  };
  return model;
}

function failing(failure: ChatModelFailure, waitMs: number | null = null): ChatModelError {
  return new ChatModelError(failure, 'scripted', 'no', { waitMs });
}

function setUp(options: Partial<BreakerOptions> = {}) {
  const clock = createTestClock();
  const changes: [BreakerState, ChatModelFailure | undefined][] = [];
  const model = steppingModel();
  const breaker = createBreaker(model, {
    clock,
    onStateChange: (state, failure) => changes.push([state, failure?.failure]),
    ...options,
  });
  const ask = async (step?: Step): Promise<Heard> => {
    if (step !== undefined) model.steps = [step];
    return hear(breaker);
  };
  const fail = async (failure: ChatModelFailure, times = 3): Promise<void> => {
    for (let time = 0; time < times; time += 1) await ask(failing(failure));
  };
  return { clock, changes, model, breaker, ask, fail };
}

const isLeftAlone = ({ error }: Heard): boolean =>
  error instanceof ChatModelError &&
  error.failure === 'unavailable' &&
  error.reason === 'circuit-open';

describe('a breaker', () => {
  test.each([
    ['unavailable', 30_000],
    ['timed-out', 30_000],
    ['rate-limited', 30_000],
    ['cut-off', 30_000],
    ['misconfigured', 300_000],
  ] as const)('opens after three that are %s, for a while', async (failure, ms) => {
    const { clock, changes, model, ask, fail } = setUp();
    await fail(failure);
    expect(changes).toEqual([['open', failure]]);
    clock.advance(ms - 1);
    expect(isLeftAlone(await ask())).toBe(true);
    expect(model.asked).toBe(3);
    clock.advance(1);
    expect(await ask()).toMatchObject({ text: '{}', error: undefined });
    expect(changes).toEqual([
      ['open', failure],
      ['closed', undefined],
    ]);
    expect((await ask()).error).toBeUndefined();
  });

  test('passes failures on as they are, and answers between them begin the count anew', async () => {
    const { changes, ask } = setUp();
    for (let round = 0; round < 4; round += 1) {
      for (let time = 0; time < 2; time += 1) {
        const failure = failing('unavailable');
        expect((await ask(failure)).error).toBe(failure);
      }
      expect((await ask('answer')).text).toBe('{}');
    }
    expect(changes).toEqual([]);
  });

  test('takes failures that are far apart for no row', async () => {
    const { clock, changes, fail } = setUp();
    for (let time = 0; time < 6; time += 1) {
      await fail('unavailable', 1);
      clock.advance(200_000);
    }
    expect(changes).toEqual([]);
  });

  test('takes no notice of refusals, errors of its own kind alone and callers who stop', async () => {
    const { changes, breaker, model, ask } = setUp();
    for (let time = 0; time < 5; time += 1) {
      await ask(failing('refused'));
      await ask(new Error('a mistake'));
      model.steps = ['wait'];
      const stopping = new AbortController();
      const heard = hear(breaker, chatRequest(stopping.signal));
      stopping.abort(new Error('no longer wanted'));
      expect((await heard).error).toMatchObject({ message: 'no longer wanted' });
    }
    expect(changes).toEqual([]);
  });

  test.each([
    ['of a signal', () => AbortSignal.timeout(1)],
    [
      'of an answer',
      () => {
        const limit = new AbortController();
        setImmediate(() => limit.abort(failing('timed-out')));
        return limit.signal;
      },
    ],
  ])(
    'counts callers whose time is over, that %s, before the service has answered',
    async (_, start) => {
      const { changes, breaker, model } = setUp();
      for (let time = 0; time < 3; time += 1) {
        model.steps = ['wait'];
        await hear(breaker, chatRequest(start()));
      }
      expect(changes).toEqual([['open', 'timed-out']]);
    },
  );

  test('lets one try at a time, and nobody waits for it', async () => {
    const { clock, changes, breaker, model, ask, fail } = setUp();
    await fail('unavailable');
    clock.advance(30_000);
    model.steps = ['wait'];
    const stopping = new AbortController();
    const trial = hear(breaker, chatRequest(stopping.signal));
    expect(isLeftAlone(await ask())).toBe(true);
    stopping.abort(new Error('no longer wanted'));
    await trial;
    // Who stops has found out nothing: the next one tries.
    model.steps = [];
    expect((await ask()).text).toBe('{}');
    expect(changes).toHaveLength(2);
  });

  test('waits twice as long after each trial that fails, up to a limit, and says so once', async () => {
    const { clock, changes, model, ask, fail } = setUp({ longestPauseMs: 100_000 });
    await fail('unavailable');
    for (const ms of [30_000, 60_000, 100_000, 100_000]) {
      clock.advance(ms - 1);
      const { asked } = model;
      expect(isLeftAlone(await ask())).toBe(true);
      expect(model.asked).toBe(asked);
      clock.advance(1);
      await fail('unavailable', 1);
      expect(model.asked).toBe(asked + 1);
    }
    expect(changes).toEqual([['open', 'unavailable']]);
  });

  test('opens at once for as long as the service asks to wait', async () => {
    const { clock, changes, ask } = setUp();
    await ask(failing('rate-limited', 1_000));
    expect(changes).toEqual([]);
    await ask(failing('rate-limited', 120_000));
    expect(changes).toEqual([['open', 'rate-limited']]);
    clock.advance(119_999);
    expect(isLeftAlone(await ask())).toBe(true);
    clock.advance(1);
    expect((await ask('answer')).text).toBe('{}');
  });

  test('learns nothing from what began before it opened', async () => {
    const { changes, breaker, fail } = setUp();
    const early = breaker.stream(chatRequest())[Symbol.asyncIterator]();
    await early.next();
    await fail('unavailable');
    await early.next();
    expect(changes).toEqual([['open', 'unavailable']]);
  });
});
