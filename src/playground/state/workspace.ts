import type { PlaygroundClock } from '../clock/playground-clock.ts';
import type { AppManifest } from '../manifest/app-manifest.ts';
import type { Change, ChangeListener } from './change.ts';
import type { LocalSlackState } from './local-slack-state.ts';

/** The state of the local Slack with its clock, its numbers and those who listen to changes. */
export class Workspace {
  readonly clock: PlaygroundClock;
  /** Null when nobody said what the app may do: then it may do everything. */
  readonly manifest: AppManifest | null;
  /** Where files and responses are taken, known once the server listens. */
  origin = '';
  #state: LocalSlackState;
  readonly #listeners = new Set<ChangeListener>();

  constructor(state: LocalSlackState, clock: PlaygroundClock, manifest: AppManifest | null = null) {
    this.#state = state;
    this.clock = clock;
    this.manifest = manifest;
  }

  get state(): LocalSlackState {
    return this.#state;
  }

  /** Puts another state in place of this one; listeners are not told. */
  replaceState(state: LocalSlackState): void {
    this.#state = state;
  }

  /** Calls `listener` after every change. Returns what ends that. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  /** UTC seconds. */
  seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  /** The next timestamp: never given out before, always later than the last. */
  nextTs(): string {
    const microsecond = Math.max(this.clock.now() * 1000, this.state.lastMicrosecond + 1);
    this.state.lastMicrosecond = microsecond;
    const seconds = Math.floor(microsecond / 1_000_000);
    return `${seconds}.${String(microsecond % 1_000_000).padStart(6, '0')}`;
  }

  /** An id that looks like Slack's, e.g. `V0000000012`. */
  nextId(prefix: string): string {
    this.state.lastNumber += 1;
    return `${prefix}${this.state.lastNumber.toString(36).toUpperCase().padStart(10, '0')}`;
  }
}
