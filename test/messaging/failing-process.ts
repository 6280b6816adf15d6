import {
  type DeliveryStore,
  MessageOutcomeUnknown,
  MessageRateLimited,
  type Messenger,
  MessengerUnavailable,
  type Replies,
} from '../../src/messaging/index.ts';
import type { FallibleMethod, MemoryMessenger } from '../fakes/memory-messenger.ts';
import { startProcess, type World } from './reply-harness.ts';

/** What becomes of one call, to the database or to the service. */
export const mishaps = [
  'none',
  'crash-before',
  'crash-after',
  'broken-before',
  'broken-after',
  'limited',
  'stream-dies',
  'person-stops',
  'first-deleted',
  'last-deleted',
  'time-passes',
] as const;

export type Mishap = (typeof mishaps)[number];

/** The process is gone: nothing it still calls takes effect. */
export class Crash extends Error {}

/** Calls that change nothing, or nothing more when repeated, do not leave their outcome open. */
const repeatable: ReadonlySet<FallibleMethod> = new Set([
  'find',
  'findUnfinished',
  'update',
  'remove',
]);

/**
 * Starts a process over the world whose calls go wrong as planned: each takes the next mishap off
 * the plan. Of what befalls the service alone, the database only crashes or is unreachable.
 */
export function startFailingProcess(world: World, plan: Mishap[]): Replies {
  let isDead = false;

  async function suffer<Result>(
    call: () => Promise<Result>,
    broken: () => Error,
    limited: () => Error,
  ): Promise<Result> {
    if (isDead) throw new Crash();
    const mishap = plan.shift() ?? 'none';
    if (mishap === 'time-passes') world.clock.advance(100_000);
    if (mishap === 'stream-dies') endStreams(world.messenger, 'expired');
    if (mishap === 'person-stops') endStreams(world.messenger, 'stopped');
    if (mishap === 'first-deleted') world.messenger.posted.shift();
    if (mishap === 'last-deleted') world.messenger.posted.pop();
    if (mishap === 'limited') throw limited();
    if (mishap === 'broken-before') throw broken();
    if (mishap !== 'crash-before') {
      const result = await call();
      if (isDead) throw new Crash();
      if (mishap === 'broken-after') throw broken();
      if (mishap !== 'crash-after') return result;
    }
    isDead = true;
    throw new Crash();
  }

  const messenger = wrap<Messenger>(world.messenger, (method, call) => {
    const broken = () =>
      repeatable.has(method as FallibleMethod)
        ? new MessengerUnavailable('cut')
        : new MessageOutcomeUnknown('cut');
    return suffer(call, broken, () => new MessageRateLimited(3_000));
  });
  const store = wrap<DeliveryStore>(world.store, (_method, call) => {
    const broken = () => new TypeError('the database is gone');
    return suffer(call, broken, broken);
  });
  return startProcess({ ...world, messenger, store });
}

function endStreams(messenger: MemoryMessenger, state: 'expired' | 'stopped'): void {
  for (const { stream } of messenger.posted) if (stream?.state === 'open') stream.state = state;
}

/** The same port, each of whose calls goes through `around`. */
function wrap<Port extends object>(
  port: Port,
  around: (method: string, call: () => Promise<unknown>) => Promise<unknown>,
): Port {
  return new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) =>
        around(String(name), () => Reflect.apply(method, target, given) as Promise<unknown>);
    },
  });
}
