import { describe, expect, test } from 'vitest';
import { silentLog } from '../../../src/observability/log.ts';
import { createFindOutsiders } from '../../../src/slack/notices/find-outsiders.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

interface Scene {
  /** By channel; what is not here cannot be looked up. */
  outsiders?: Record<string, string[] | null>;
  /** Channels that are remembered. */
  known?: Record<string, string[]>;
  burst?: number;
  never?: boolean;
}

function finder({ outsiders = {}, known = {}, burst = 10, never = false }: Scene) {
  const clock = createTestClock();
  const looked: string[] = [];
  const find = createFindOutsiders({
    directory: {
      knownOutsidersIn: (channel) => known[channel] ?? null,
      outsidersIn: async (channel) => {
        looked.push(channel);
        if (never) return new Promise(() => {});
        const found = outsiders[channel];
        if (found === undefined) throw new Error('not found');
        return found;
      },
      standingOf: async (person) => (person === 'UGUEST' ? 'outsider' : 'member'),
    },
    isPerson: (place) => place.startsWith('U'),
    clock,
    rate: { intervalMs: 1_000, burst },
    mostMs: 20,
    log: silentLog,
  });
  return { find, clock, looked };
}

describe('who would see a message who may not', () => {
  test('in a channel, and a person alone', async () => {
    const { find } = finder({ outsiders: { C1: ['UGUEST'], C2: [] } });
    expect(await find('C1')).toEqual(['UGUEST']);
    expect(await find('C2')).toEqual([]);
    expect(await find('UGUEST')).toEqual(['UGUEST']);
    expect(await find('UTOM')).toEqual([]);
  });

  test('as it is remembered, without looking', async () => {
    const { find, looked } = finder({ known: { C1: [], C2: ['UGUEST'] } });
    expect(await find('C1')).toEqual([]);
    expect(await find('C2')).toEqual(['UGUEST']);
    expect(looked).toEqual([]);
  });

  test('is not known when the lookup fails, the channel is too large, or it takes too long', async () => {
    const { find } = finder({ outsiders: { C1: null } });
    expect(await find('C1')).toBeNull();
    expect(await find('C2')).toBeNull();
    expect(await finder({ never: true }).find('C1')).toBeNull();
  });

  test('is looked up no more often than Slack allows, and nothing waits for it', async () => {
    const { find, clock, looked } = finder({ outsiders: { C1: [], C2: [], C3: [] }, burst: 2 });
    expect(await Promise.all(['C1', 'C2', 'C3'].map(find))).toEqual([[], [], null]);
    expect(looked).toEqual(['C1', 'C2']);
    expect(clock.waits).toEqual([]);
    clock.advance(1_000);
    expect(await find('C3')).toEqual([]);
  });
});
