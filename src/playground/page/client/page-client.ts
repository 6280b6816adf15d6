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
  #source: EventSource | null = null;
  /** Grows with every connection, so that what an earlier one still delivers is left aside. */
  #generation = 0;
  #retryMs = firstRetryMs;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #noticeId = 0;
  readonly #listeners = new Set<() => void>();

  constructor(person: string | null) {
    this.#person = person;
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
    clearTimeout(this.#retry);
    this.#source?.close();
  }

  /** Shows everything through another person's eyes. */
  switchTo(person: string): void {
    if (person === this.#person) return;
    this.#person = person;
    this.#change({ page: null, connection: 'connecting' });
    void this.#connect();
  }

  /** Does something as the person. Never throws: what failed is in the result. */
  readonly act = async (action: PageAction): Promise<PageActResult> => {
    return this.#send('/page/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: this.#person, action }),
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

  async #connect(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    clearTimeout(this.#retry);
    this.#source?.close();
    // Changes are listened to before the state is read, so that none falls in between.
    const early: PageChange[] = [];
    let ready = false;
    try {
      const person = this.#person ?? (await this.#read(null)).me;
      if (generation !== this.#generation) return;
      this.#person = person;
      const source = new EventSource(`/page/changes?person=${encodeURIComponent(person)}`);
      this.#source = source;
      source.onmessage = (event: MessageEvent<string>) => {
        const change = JSON.parse(event.data) as PageChange;
        if (ready) this.#apply(change);
        else early.push(change);
      };
      source.onerror = () => this.#lose(generation);
      await new Promise<void>((resolve) => {
        source.onopen = () => resolve();
      });
      const page = await this.#read(person);
      if (generation !== this.#generation) return;
      this.#retryMs = firstRetryMs;
      this.#change({ page, connection: 'open', clockReadAt: performance.now() });
      ready = true;
      for (const change of early) if (change.type !== 'reload') this.#apply(change);
    } catch {
      this.#lose(generation);
    }
  }

  /** A person who is not there (any more) is forgotten, and whoever comes first taken instead. */
  async #read(person: string | null): Promise<PageState> {
    const query = person === null ? '' : `?person=${encodeURIComponent(person)}`;
    const response = await fetch(`/page/state${query}`);
    if (response.ok) return (await response.json()) as PageState;
    if (response.status >= 400 && response.status < 500 && person !== null) {
      this.#person = null;
    }
    throw new Error(`/page/state answered ${response.status}`);
  }

  #lose(generation: number): void {
    if (generation !== this.#generation) return;
    this.close();
    this.#change({ connection: 'lost' });
    this.#retry = setTimeout(() => void this.#connect(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }

  #apply(change: PageChange): void {
    const { page } = this.#snapshot;
    if (page === null) return;
    if (needsReload(page, change)) {
      void this.#connect();
      return;
    }
    const clock = change.type === 'clock' ? { clockReadAt: performance.now() } : {};
    this.#change({ page: applyChange(page, change), ...clock });
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
    for (const listener of this.#listeners) listener();
  }
}
