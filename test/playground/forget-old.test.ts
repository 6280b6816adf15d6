import { describe, expect, it } from 'vitest';
import type { LocalSlackState } from '../../src/playground/index.ts';
import {
  forgetFinishedEvents,
  forgetOldEntries,
  forgetOldItems,
  mostKept,
} from '../../src/playground/state/forget-old.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
type Event = LocalSlackState['events'][number];

const event = (index: number, status: Event['status'], attempts = 1): Event => ({
  eventId: `Ev${index}`,
  type: 'message',
  payload: {},
  attempts: Array.from({ length: attempts }, () => ({ at: 0, outcome: 'timeout' })),
  status,
  nextAttemptAt: null,
});

describe('what is over', () => {
  it('is forgotten in batches, the oldest first', () => {
    const items = Array.from({ length: mostKept + 999 }, (_, index) => index);
    forgetOldItems(items);
    expect(items).toHaveLength(mostKept + 999);
    items.push(mostKept + 999);
    forgetOldItems(items);
    expect([items.length, items[0], items.at(-1)]).toEqual([mostKept, 1_000, mostKept + 999]);
  });

  it('makes room in a record for one more entry', () => {
    const record: Record<string, unknown> = {};
    for (let index = 0; index < mostKept; index += 1) record[`id${index}`] = index;
    forgetOldEntries(record);
    expect(Object.keys(record)).toHaveLength(mostKept - 1);
    expect(record.id0).toBeUndefined();
    expect(record.id1).toBe(1);
  });

  it('still counts, and events that wait stay', async () => {
    const slack = await start();
    const { workspace: state } = slack;
    state.events = Array.from({ length: mostKept + 1_000 }, (_, index) =>
      index === 0
        ? event(index, 'waiting')
        : event(index, index % 10 === 1 ? 'lost' : 'acknowledged', index % 10 === 1 ? 4 : 1),
    );
    const before = slack.counters;
    expect(before).toMatchObject({ eventsSent: 11_000, lost: 1_100, retried: 3_300 });
    forgetFinishedEvents(state);
    expect(state.events).toHaveLength(mostKept);
    expect(state.events.slice(0, 2).map(({ eventId }) => eventId)).toEqual(['Ev0', 'Ev1001']);
    expect(slack.counters).toEqual(before);
    // It must not be sent while the local Slack ends.
    state.events = [];
  });
});
