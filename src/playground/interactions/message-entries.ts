import type { EphemeralMessage, Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import type { Entry } from './element-values.ts';

/** More are forgotten, the oldest first, as a client forgets them that is started anew. */
const mostEntries = 2_000;

interface Place {
  person: Person;
  message: Message | EphemeralMessage;
  blockId: string;
  actionId: string;
}

/**
 * What people have chosen in messages: like Slack's clients, it is sent along when they press a
 * button beside it.
 */
export class MessageEntries {
  readonly #entries = new Map<string, Entry>();

  set(place: Place, entry: Entry): void {
    const key = keyOf(place);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > mostEntries && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** Undefined where they have chosen nothing. */
  get(place: Place): Entry | undefined {
    return this.#entries.get(keyOf(place));
  }
}

function keyOf({ person, message: { channel, ts }, blockId, actionId }: Place): string {
  return JSON.stringify([person.id, channel, ts, blockId, actionId]);
}
