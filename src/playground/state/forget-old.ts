import type { LocalSlackState } from './local-slack-state.ts';

/** How much of what is over is kept: of calls, events, triggers, addresses, ephemeral messages. */
export const mostKept = 10_000;
/** Lists are cut by so many at a time, since cutting them item by item would be slow. */
const batch = 1_000;

/** Cuts a list down to the newest {@link mostKept}, now and then. */
export function forgetOldItems(items: unknown[]): void {
  if (items.length >= mostKept + batch) items.splice(0, items.length - mostKept);
}

/** Makes room for one more entry of a record, whose oldest entries go. */
export function forgetOldEntries(record: Record<string, unknown>): void {
  const ids = Object.keys(record);
  for (const id of ids.slice(0, Math.max(0, ids.length + 1 - mostKept))) delete record[id];
}

/** Cuts the events that are over down, and counts those that go. Events that wait stay. */
export function forgetFinishedEvents(state: LocalSlackState): void {
  if (state.events.length < mostKept + batch) return;
  let excess = state.events.length - mostKept;
  const { forgottenEvents } = state;
  state.events = state.events.filter((event) => {
    if (excess === 0 || event.status === 'waiting') return true;
    excess -= 1;
    forgottenEvents.sent += 1;
    forgottenEvents.retried += Math.max(0, event.attempts.length - 1);
    if (event.status === 'lost') forgottenEvents.lost += 1;
    else forgottenEvents.acknowledged += 1;
    return false;
  });
}
