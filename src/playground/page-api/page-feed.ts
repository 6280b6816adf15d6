import type { Change } from '../state/change.ts';
import type { EphemeralMessage, Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import { lastRead } from '../state/read-marks.ts';
import type { Workspace } from '../state/workspace.ts';
import type { PageChange } from './page-protocol.ts';
import { knowsOf, projectMessage, projectOutline } from './project-conversation.ts';
import { isIn, projectAgentThread, projectViews, seesEphemeral } from './project-state.ts';

/** Parts of a growing answer are sent together at this pace, ms: some twenty times a second. */
const streamIntervalMs = 50;

/** What is to be sent: made when it is sent, so that several changes of one thing are sent once. */
type Draft = () => PageChange | null;

/**
 * What one person sees change. Changes of one moment are sent together; a message that is being
 * streamed is sent as it grows, at a pace that a page can draw.
 */
export class PageFeed {
  readonly #workspace: Workspace;
  readonly #person: Person;
  readonly #send: (change: PageChange) => void;
  readonly #drafts = new Map<string, Draft>();
  #isPlanned = false;
  #isClosed = false;
  #streamTimer: NodeJS.Timeout | undefined;
  #streamedAt = 0;
  #cancelStatus = new Map<string, () => void>();

  constructor(workspace: Workspace, person: Person, send: (change: PageChange) => void) {
    this.#workspace = workspace;
    this.#person = person;
    this.#send = send;
  }

  /** Takes in something that happened in the workspace. */
  take(change: Change): void {
    switch (change.type) {
      case 'message-streamed':
        this.#message(change.message, true);
        return;
      case 'message-posted':
      case 'message-changed':
      case 'reaction-added':
      case 'reaction-removed':
        this.#message(change.message, false);
        return;
      case 'message-deleted':
        this.#deleted(change.message);
        return;
      case 'ephemeral-posted':
      case 'ephemeral-changed':
      case 'ephemeral-deleted':
        this.#ephemeral(change.message, change.type === 'ephemeral-deleted');
        return;
      case 'member-joined':
      case 'member-left':
        if (change.user === this.#person.id) this.tell({ type: 'reload' });
        else this.conversation(change.channel);
        return;
      case 'channel-archived':
      case 'conversation-opened':
        this.conversation(change.channel);
        return;
      case 'conversation-read':
        if (change.user === this.#person.id) this.conversation(change.channel);
        return;
      case 'person-changed':
      case 'group-changed':
      case 'state-replaced':
        this.tell({ type: 'reload' });
        return;
      case 'view-opened':
      case 'view-updated':
      case 'view-closed':
        if (change.view.userId !== this.#person.id) return;
        this.#add('views', () => ({
          type: 'views',
          ...projectViews(this.#workspace, this.#person),
        }));
        return;
      case 'agent-thread-changed':
        this.#agentThread(change.thread);
        return;
    }
  }

  /** Sends something that is no change of the workspace's content; the last of a kind counts. */
  tell(change: PageChange): void {
    this.#add(change.type, () => change);
  }

  /** Sends what a conversation is now, without its messages. */
  conversation(channel: string): void {
    this.#add(`conversation ${channel}`, () => {
      const conversation = this.#workspace.state.conversations[channel];
      if (conversation === undefined || !knowsOf(conversation, this.#person)) return null;
      return {
        type: 'conversation',
        conversation: projectOutline(
          conversation,
          this.#person,
          lastRead(this.#workspace, this.#person.id, channel),
        ),
      };
    });
  }

  close(): void {
    clearTimeout(this.#streamTimer);
    for (const cancel of this.#cancelStatus.values()) cancel();
    this.#drafts.clear();
    this.#isClosed = true;
  }

  #message(message: Message, isStreamed: boolean): void {
    if (!isIn(this.#workspace, message.channel, this.#person)) return;
    const draft: Draft = () => ({ type: 'message', message: projectMessage(message) });
    this.#add(`message ${message.channel} ${message.ts}`, draft, isStreamed);
  }

  #deleted({ channel, ts }: Message): void {
    if (!isIn(this.#workspace, channel, this.#person)) return;
    this.#add(`message ${channel} ${ts}`, () => {
      const { messages = [] } = this.#workspace.state.conversations[channel] ?? {};
      const tombstone = messages.find((candidate) => candidate.ts === ts);
      const message = tombstone === undefined ? null : projectMessage(tombstone);
      return { type: 'message-deleted', channel, ts, message };
    });
  }

  #ephemeral(message: EphemeralMessage, isGone: boolean): void {
    if (!seesEphemeral(this.#workspace, message, this.#person)) return;
    const { channel, ts } = message;
    this.#add(`ephemeral ${channel} ${ts}`, () =>
      isGone ? { type: 'ephemeral-deleted', channel, ts } : { type: 'ephemeral', message },
    );
  }

  #agentThread(thread: Extract<Change, { type: 'agent-thread-changed' }>['thread']): void {
    if (!isIn(this.#workspace, thread.channel, this.#person)) return;
    const key = `agent-thread ${thread.channel} ${thread.threadTs}`;
    const send = (): void =>
      this.#add(key, () => ({
        type: 'agent-thread',
        thread: projectAgentThread(this.#workspace, thread),
      }));
    send();
    this.#cancelStatus.get(key)?.();
    this.#cancelStatus.delete(key);
    const left = thread.statusExpiresAt - this.#workspace.clock.now();
    // Nobody announces that a status line has run out.
    if (thread.status !== '' && left > 0) {
      this.#cancelStatus.set(key, this.#workspace.clock.schedule(left, send));
    }
  }

  #add(key: string, draft: Draft, canWait = false): void {
    if (this.#isClosed) return;
    this.#drafts.delete(key);
    this.#drafts.set(key, draft);
    if (this.#isPlanned) return;
    const wait = this.#streamedAt + streamIntervalMs - performance.now();
    if (canWait && wait > 0) {
      this.#streamTimer ??= setTimeout(() => this.#flush(), wait);
      return;
    }
    this.#isPlanned = true;
    queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    clearTimeout(this.#streamTimer);
    this.#streamTimer = undefined;
    this.#isPlanned = false;
    this.#streamedAt = performance.now();
    const drafts = [...this.#drafts.values()];
    this.#drafts.clear();
    for (const draft of drafts) {
      const change = draft();
      if (change !== null) this.#send(change);
    }
  }
}
