import { PlaygroundError } from '../playground-error.ts';
import { findDirectMessage, openDirectMessage } from '../state/change-conversations.ts';
import {
  addReaction,
  deleteMessage,
  editMessage,
  postMessage,
  removeReaction,
} from '../state/change-messages.ts';
import type { Conversation } from '../state/conversations.ts';
import { isMember, requireConversation, requireMessage } from '../state/find.ts';
import type { Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import type { Workspace } from '../state/workspace.ts';
import { richTextFromText } from '../wire/rich-text-from-text.ts';

export interface PostOptions {
  /** Replies in this thread. */
  threadTs?: string;
}

/** A person at the keyboard. Channels are given by id or name, messages by channel and `ts`. */
export class Actor {
  readonly userId: string;
  readonly #workspace: Workspace;

  constructor(workspace: Workspace, person: Person) {
    this.#workspace = workspace;
    this.userId = person.id;
  }

  /** The direct message with the app; made when there is none yet. */
  get directMessageChannel(): string {
    const existing = findDirectMessage(this.#workspace, this.userId);
    return (existing ?? openDirectMessage(this.#workspace, this.userId)).id;
  }

  /**
   * Writes a message. `@name` of people and `#name` of channels are linked, as the composer does.
   *
   * @throws {PlaygroundError} when the channel is unknown, archived, or not one they are in.
   */
  async post(channel: string, text: string, options: PostOptions = {}): Promise<Message> {
    const conversation = this.#joined(channel);
    if (conversation.isArchived) {
      throw new PlaygroundError('playground-channel-archived', `${channel} is archived`);
    }
    if (options.threadTs !== undefined) requireMessage(conversation, options.threadTs);
    const linked = this.#link(text);
    return postMessage(this.#workspace, conversation, {
      user: this.userId,
      text: linked,
      blocks: [richTextFromText(linked, this.#workspace.nextId('B').slice(1))],
      threadTs: options.threadTs ?? null,
      clientMessageId: crypto.randomUUID(),
    });
  }

  /** Writes to the app in the direct message with it. */
  async directMessage(text: string, options: PostOptions = {}): Promise<Message> {
    return this.post(this.directMessageChannel, text, options);
  }

  /** Writes a message that begins with a mention of the app. */
  async mention(channel: string, text: string, options: PostOptions = {}): Promise<Message> {
    return this.post(channel, `<@${this.#workspace.state.app.botUserId}> ${text}`, options);
  }

  /** Edits a message of their own. */
  async edit(channel: string, ts: string, text: string): Promise<Message> {
    const linked = this.#link(text);
    const blocks = [richTextFromText(linked, this.#workspace.nextId('B').slice(1))];
    return editMessage(
      this.#workspace,
      this.#own(channel, ts),
      { text: linked, blocks },
      this.userId,
    );
  }

  /** Deletes a message of their own. */
  async delete(channel: string, ts: string): Promise<void> {
    const message = this.#own(channel, ts);
    deleteMessage(this.#workspace, this.#joined(channel), message, this.userId);
  }

  /** Puts an emoji under a message. */
  async react(channel: string, ts: string, name: string): Promise<void> {
    addReaction(this.#workspace, requireMessage(this.#joined(channel), ts), name, this.userId);
  }

  /** Takes an emoji back. */
  async unreact(channel: string, ts: string, name: string): Promise<void> {
    removeReaction(this.#workspace, requireMessage(this.#joined(channel), ts), name, this.userId);
  }

  /** Opens the App Home tab. */
  async openHome(): Promise<void> {
    this.#open('home');
  }

  /** Opens the conversation with the app, as people do from the app's entry in the sidebar. */
  async openAgentView(): Promise<void> {
    this.#open('messages');
  }

  #open(tab: 'home' | 'messages'): void {
    const channel = this.directMessageChannel;
    this.#workspace.announce({ type: 'home-opened', user: this.userId, channel, tab });
  }

  #joined(channel: string): Conversation {
    const conversation = requireConversation(this.#workspace, channel);
    if (isMember(conversation, this.userId)) return conversation;
    throw new PlaygroundError(
      'playground-not-in-channel',
      `${this.userId} is not in ${conversation.id}`,
      {
        forPeople: `${this.userId} is not a member of ${conversation.name || 'that conversation'}.`,
      },
    );
  }

  #own(channel: string, ts: string): Message {
    const message = requireMessage(this.#joined(channel), ts);
    if (message.user === this.userId) return message;
    throw new PlaygroundError(
      'playground-not-your-message',
      `${ts} was written by ${message.user}`,
    );
  }

  #link(text: string): string {
    const { people, conversations } = this.#workspace.state;
    return text
      .replaceAll(/(^|\s)@([a-z][a-z0-9_.-]*[a-z0-9])/g, (whole, before: string, name: string) => {
        const person = Object.values(people).find((candidate) => candidate.name === name);
        return person === undefined ? whole : `${before}<@${person.id}>`;
      })
      .replaceAll(/(^|\s)#([a-z][a-z0-9_-]*)/g, (whole, before: string, name: string) => {
        const channel = Object.values(conversations).find((candidate) => candidate.name === name);
        return channel === undefined ? whole : `${before}<#${channel.id}|${name}>`;
      });
  }
}
