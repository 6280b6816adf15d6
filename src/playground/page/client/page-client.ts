import type {
  PageAction,
  PageActResult,
  PageChange,
  PageState,
} from '../../page-api/page-protocol.ts';
import { applyChange, needsReload } from './apply-change.ts';
import type { PageSnapshot } from './page-snapshot.ts';

const firstRetryMs = 500;
const longestRetryMs = 8_000;
const frameMs = 16;
const unreachable =
  'The local Slack cannot be reached. Start it again with npm start; this page reconnects by itself.';

/**
 * The page's link to the local Slack: reads the state of one person, follows its changes, and sends
 * what the person does. An external store for React. Nothing is shown before the server has said
 * so; it is on the same machine.
 */
export class PageClient {
  #snapshot: PageSnapshot = { page: null, connection: 'connecting', clockReadAt: 0, notices: [] };
  /** Null asks for whoever the server begins with. */
  #person: string | null;
  readonly #onRefused: () => void;
  /** Whether the state has been read since the page was loaded. */
  #isLoaded = false;
  #source: EventSource | null = null;
  /** Grows with every connection, so that what an earlier one still delivers is left aside. */
  #generation = 0;
  #retryMs = firstRetryMs;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #noticeId = 0;
  /** `ts` of ephemeral messages that were put away. */
  readonly #dismissed = new Set<string>();
  /** Set while the state is read anew; changes that arrive then wait. */
  #reading = false;
  #meanwhile: { change: PageChange; revision: number }[] = [];
  readonly #listeners = new Set<() => void>();

  /** @param onRefused called when the local Slack no longer knows this page: load it again. */
  constructor(person: string | null, onRefused: () => void) {
    this.#person = person;
    this.#onRefused = onRefused;
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): PageSnapshot => this.#snapshot;

  /** Connects, again after every interruption, until `close`. */
  open(): void {
    void this.#connect();
  }

  close(): void {
    this.#generation += 1;
    this.#reading = false;
    clearTimeout(this.#retry);
    this.#source?.close();
  }

  /** Shows everything through another person's eyes, as soon as what they see has been read. */
  switchTo(person: string): void {
    if (person === this.#person) return;
    this.#person = person;
    void this.#connect();
  }

  /** Does something as the person. Never throws: what failed is in the result. */
  readonly act = async (action: PageAction): Promise<PageActResult> => {
    return this.#send('/page/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: this.#snapshot.page?.me ?? this.#person, action }),
    });
  };

  /** Says something to the person for a few seconds. */
  readonly notify = (text: string): void => {
    this.#noticeId += 1;
    // The same words twice are one notice: the later one counts.
    const others = this.#snapshot.notices.filter((notice) => notice.text !== text);
    this.#change({ notices: [...others, { id: this.#noticeId, text }].slice(-3) });
  };

  readonly dismissNotice = (id: number): void => {
    this.#change({ notices: this.#snapshot.notices.filter((notice) => notice.id !== id) });
  };

  /** Puts away something that only this person sees; it does not come back while the page is open. */
  readonly dismissEphemeral = (channel: string, ts: string): void => {
    const { page } = this.#snapshot;
    this.#dismissed.add(ts);
    if (page !== null) {
      this.#change({ page: applyChange(page, { type: 'ephemeral-deleted', channel, ts }) });
    }
  };

  /** Reads the state and follows what changes from there. */
  async #connect(): Promise<void> {
    this.close();
    const generation = this.#generation;
    try {
      const page = await this.#read();
      if (generation !== this.#generation) return;
      this.#person = page.me;
      this.#show(page);
      const query = new URLSearchParams({ person: page.me, since: String(page.revision) });
      const source = new EventSource(`/page/changes?${query}`);
      this.#source = source;
      source.onopen = () => {
        this.#retryMs = firstRetryMs;
        this.#change({ connection: 'open' });
      };
      source.onmessage = (event: { data: string; lastEventId: string }) =>
        this.#apply(JSON.parse(event.data) as PageChange, Number(event.lastEventId));
      source.onerror = () => this.#lose(generation);
    } catch {
      this.#lose(generation);
    }
  }

  async #read(): Promise<PageState> {
    const query = new URLSearchParams(this.#isLoaded ? {} : { loaded: 'now' });
    if (this.#person !== null) query.set('person', this.#person);
    const response = await fetch(`/page/state?${query}`);
    if (response.ok) {
      this.#isLoaded = true;
      return (await response.json()) as PageState;
    }
    // Started anew: this page's permission was for the local Slack before.
    if (response.status === 403) this.#onRefused();
    // A person who is not there (any more) is forgotten; the server chooses instead.
    if (response.status < 500 && response.status !== 403) this.#person = null;
    throw new Error(`/page/state answered ${response.status}`);
  }

  #lose(generation: number): void {
    if (generation !== this.#generation) return;
    this.close();
    this.#change({ connection: 'lost' });
    this.#retry = setTimeout(() => void this.#connect(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }

  #apply(change: PageChange, revision: number): void {
    const { page } = this.#snapshot;
    if (page === null) return;
    if (this.#reading) this.#meanwhile.push({ change, revision });
    else if (needsReload(page, change)) void this.#readAnew();
    // Several changes may share a number; what was read holds all up to its own.
    else if (revision > page.revision) {
      const clock = change.type === 'clock' ? { clockReadAt: performance.now() } : {};
      this.#snapshot = { ...this.#snapshot, page: applyChange(page, change), ...clock };
      this.#tellSoon();
    }
  }

  /** Reads the whole state while changes keep coming; those are applied afterwards. */
  async #readAnew(): Promise<void> {
    const generation = this.#generation;
    this.#reading = true;
    this.#meanwhile = [];
    try {
      const page = await this.#read();
      if (generation !== this.#generation) return;
      this.#reading = false;
      this.#show(page);
      const later = this.#meanwhile.filter(({ revision }) => revision > page.revision);
      for (const { change, revision } of later) this.#apply(change, revision);
    } catch {
      this.#lose(generation);
    }
  }

  #show(page: PageState): void {
    const ephemeral = page.ephemeral.filter(({ ts }) => !this.#dismissed.has(ts));
    this.#change({ page: { ...page, ephemeral }, clockReadAt: performance.now() });
  }

  async #send(address: string, request: RequestInit): Promise<PageActResult> {
    try {
      const response = await fetch(address, request);
      return (await response.json()) as PageActResult;
    } catch {
      return { ok: false, error: unreachable };
    }
  }

  #change(change: Partial<PageSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    clearTimeout(this.#telling);
    this.#telling = undefined;
    for (const listener of this.#listeners) listener();
  }

  /** Changes that come in a burst are drawn together. */
  #tellSoon(): void {
    this.#telling ??= setTimeout(() => this.#change({}), frameMs);
  }
}
