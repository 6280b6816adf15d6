import type { Response } from 'express';
import type { Change } from '../state/change.ts';
import type { Person } from '../state/people.ts';
import type { Workspace } from '../state/workspace.ts';
import { PageFeed } from './page-feed.ts';
import type { PageChange } from './page-protocol.ts';
import type { SharedState } from './share-state.ts';

/** Comments keep the connection open through whatever closes idle ones, and show when it is cut. */
const heartbeatMs = 15_000;
/** A page that does not read is cut off, and begins anew when it wakes up. */
const mostUnreadBytes = 8 * 1024 * 1024;

const unseen: ReadonlySet<Change['type']> = new Set([
  'event-changed',
  'home-opened',
  'context-changed',
  'file-shared',
]);

/** Sends every open page what its person sees change, and numbers the changes. */
export class PageHub {
  readonly #workspace: Workspace;
  readonly #shared: () => SharedState;
  /** Every open page's feed, with the id of the person whose eyes it has. */
  readonly #feeds = new Map<PageFeed, string>();
  #revision = 0;

  /** @param shared what every page shows alike, as it is now. */
  constructor(workspace: Workspace, shared: () => SharedState) {
    this.#workspace = workspace;
    this.#shared = shared;
    workspace.onChange((change) => {
      if (unseen.has(change.type)) return;
      this.#revision += 1;
      const told = this.#sharedChange(change);
      for (const feed of this.#feeds.keys()) {
        if (told === null) feed.take(change);
        else feed.tell(told);
      }
    });
  }

  /** Ascends with every change that anybody might see. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether a page is open that shows what this person sees. */
  isFollowed(personId: string): boolean {
    return [...this.#feeds.values()].includes(personId);
  }

  /**
   * Answers with server-sent events until the page goes away.
   *
   * @param since the last revision that the page knows; null when it is about to read the state.
   */
  follow(person: Person, since: number | null, response: Response): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    // Something has to be sent before the browser takes the connection as open.
    response.write(': changes follow\n\n');
    const feed = new PageFeed(this.#workspace, person, (change) => {
      response.write(`id: ${this.#revision}\ndata: ${JSON.stringify(change)}\n\n`);
      if (response.writableLength > mostUnreadBytes) response.destroy();
    });
    this.#feeds.set(feed, person.id);
    const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
    response.on('close', () => {
      clearInterval(heartbeat);
      this.#feeds.delete(feed);
      feed.close();
    });
    if (since !== null && since !== this.#revision) feed.tell({ type: 'reload' });
  }

  #sharedChange({ type }: Change): PageChange | null {
    if (type === 'clock-advanced') return { type: 'clock', clock: this.#shared().clock };
    if (type === 'faults-changed') return { type: 'faults', faults: this.#shared().faults };
    if (type === 'connection-changed' || type === 'app-uninstalled') {
      return { type: 'app', app: this.#shared().app };
    }
    return null;
  }
}
