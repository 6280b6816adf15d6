import { PlaygroundError } from '../playground-error.ts';
import {
  joinConversation,
  openDirectMessage,
  openDirectMessageBetween,
} from '../state/change-conversations.ts';
import { addFile, requireRoom, shareFiles } from '../state/change-files.ts';
import {
  addReaction,
  deleteMessage,
  editMessage,
  postMessage,
  removeReaction,
} from '../state/change-messages.ts';
import type { Conversation } from '../state/conversations.ts';
import type { SharedFile } from '../state/files.ts';
import {
  areInTouch,
  isMember,
  requireConversation,
  requireMessage,
  requirePerson,
} from '../state/find.ts';
import type { Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import { lastRead, markRead } from '../state/read-marks.ts';
import type { Workspace } from '../state/workspace.ts';
import { linkNames } from '../wire/link-names.ts';
import { richTextFromText } from '../wire/rich-text-from-text.ts';

export interface PostOptions {
  /** Replies in this thread. */
  threadTs?: string;
}

/** A file on a person's computer. */
export interface Upload {
  name: string;
  mimeType: string;
  bytes: Uint8Array;
  /** Default: its name. */
  title?: string;
  /** What they say about it. */
  text?: string;
}

/** A person who writes. Channels are given by id or name, messages by channel and `ts`. */
export class Writer {
  readonly userId: string;
  readonly person: Readonly<Person>;
  protected readonly workspace: Workspace;

  constructor(workspace: Workspace, person: Person) {
    this.workspace = workspace;
    this.person = person;
    this.userId = person.id;
  }

  /** The direct message with the app; made when there is none yet. */
  get directMessageChannel(): string {
    return openDirectMessage(this.workspace, this.userId).id;
  }

  /** Writes a message. `@name` of people and `#name` of channels are linked, as people type them. */
  async post(channel: string, text: string, options: PostOptions = {}): Promise<Message> {
    if (text.trim() === '') {
      throw new PlaygroundError('playground-message-empty', 'the message is empty', {
        forPeople: 'Write something first.',
      });
    }
    return this.#seen(
      postMessage(this.workspace, this.#writable(channel, options), {
        user: this.userId,
        ...this.#compose(text),
        threadTs: options.threadTs ?? null,
        clientMessageId: crypto.randomUUID(),
      }),
    );
  }

  /**
   * Shares a file, with what they say about it.
   *
   * @throws {PlaygroundError} `playground-file-empty`, `playground-file-too-large`,
   *   `playground-files-full`, and what `post` throws.
   */
  async upload(channel: string, upload: Upload, options: PostOptions = {}): Promise<Message> {
    const conversation = this.#writable(channel, options);
    const { text = '' } = upload;
    const file = this.keepFile(upload);
    return this.#seen(
      shareFiles(this.workspace, conversation, [file], {
        user: this.userId,
        ...(text === '' ? { text } : this.#compose(text)),
        threadTs: options.threadTs ?? null,
        clientMessageId: crypto.randomUUID(),
      }),
    );
  }

  /** Uploads a file that nobody else sees, for a form. */
  keepFile({ name, mimeType, bytes, title = name }: Upload): SharedFile {
    const size = bytes.byteLength;
    requireRoom(this.workspace, size);
    const about = { name, title, mimeType, size, userId: this.userId };
    return addFile(this.workspace, about, bytes);
  }

  /**
   * The direct message with another person, which the app does not see; made when there is none
   * yet. Guests and people of other organisations know those alone who share a channel with them.
   *
   * @param person id or handle.
   * @returns its id.
   * @throws {PlaygroundError} `playground-person-unknown`, `playground-not-in-touch`.
   */
  async openDirectMessageWith(person: string): Promise<string> {
    const other = requirePerson(this.workspace, person);
    if (other.isBot) return this.directMessageChannel;
    const isOwn = other.id === this.userId;
    if (isOwn || other.deleted || !areInTouch(this.workspace, this.person, other)) {
      throw new PlaygroundError('playground-not-in-touch', `${this.userId} with ${other.id}`, {
        forPeople: `${this.person.name} cannot write to ${other.name} directly.`,
      });
    }
    return openDirectMessageBetween(this.workspace, this.userId, other.id).id;
  }

  /** Writes to the app in the direct message with it. */
  async directMessage(text: string, options: PostOptions = {}): Promise<Message> {
    return this.post(this.directMessageChannel, text, options);
  }

  /** Writes a message that begins with a mention of the app. */
  async mention(channel: string, text: string, options: PostOptions = {}): Promise<Message> {
    return this.post(channel, `<@${this.workspace.state.app.botUserId}> ${text}`, options);
  }

  /** Edits a message of their own. */
  async edit(channel: string, ts: string, text: string): Promise<Message> {
    return editMessage(this.workspace, this.#own(channel, ts), this.#compose(text), this.userId);
  }

  /** Deletes a message of their own. */
  async delete(channel: string, ts: string): Promise<void> {
    const message = this.#own(channel, ts);
    deleteMessage(this.workspace, this.joined(channel), message, this.userId);
  }

  /** Puts an emoji under a message. */
  async react(channel: string, ts: string, name: string): Promise<void> {
    addReaction(this.workspace, requireMessage(this.joined(channel), ts), name, this.userId);
  }

  /** Takes an emoji back. */
  async unreact(channel: string, ts: string, name: string): Promise<void> {
    removeReaction(this.workspace, requireMessage(this.joined(channel), ts), name, this.userId);
  }

  /** Has seen everything up to and including a message; what they have seen before stays seen. */
  async markRead(channel: string, ts: string): Promise<void> {
    const conversation = this.joined(channel);
    markRead(this.workspace, this.userId, conversation.id, requireMessage(conversation, ts).ts);
  }

  /** `ts` of the last message they have seen there; null when they have seen none. */
  lastRead(channel: string): string | null {
    return lastRead(this.workspace, this.userId, requireConversation(this.workspace, channel).id);
  }

  /**
   * Joins a public channel.
   *
   * @throws {PlaygroundError} `playground-cannot-join`: it is not public or archived, or they are a
   *   guest or of another organisation, who have to be invited.
   */
  async join(channel: string): Promise<void> {
    const conversation = requireConversation(this.workspace, channel);
    const mayBrowse = ['member', 'lead', 'staff'].includes(this.person.kind);
    if (mayBrowse && conversation.kind === 'public' && !conversation.isArchived) {
      joinConversation(this.workspace, conversation, this.userId, null);
      return;
    }
    throw new PlaygroundError('playground-cannot-join', `${this.userId} in ${conversation.id}`, {
      forPeople: `${this.person.name} cannot join ${channel} without an invitation.`,
    });
  }

  #writable(channel: string, { threadTs }: PostOptions): Conversation {
    const conversation = this.joined(channel);
    if (conversation.isArchived) {
      throw new PlaygroundError('playground-channel-archived', `${channel} is archived`, {
        forPeople: 'This channel is archived: nobody can write in it any more.',
      });
    }
    if (threadTs !== undefined) requireMessage(conversation, threadTs);
    return conversation;
  }

  /** People have seen what they write; replies do not count, since only channels have marks. */
  #seen(message: Message): Message {
    const { channel, threadTs, ts } = message;
    if (threadTs === null) markRead(this.workspace, this.userId, channel, ts);
    return message;
  }

  #compose(text: string): Pick<Message, 'text' | 'blocks'> {
    const linked = linkNames(this.workspace.state, text);
    const blockId = this.workspace.nextId('B').slice(1);
    return { text: linked, blocks: [richTextFromText(linked, blockId)] };
  }

  /** A conversation they are in. @throws {PlaygroundError} `playground-not-in-channel`. */
  protected joined(channel: string): Conversation {
    const conversation = requireConversation(this.workspace, channel);
    if (isMember(conversation, this.userId)) return conversation;
    const name = conversation.name || 'that conversation';
    throw new PlaygroundError('playground-not-in-channel', `not in ${conversation.id}`, {
      forPeople: `${this.person.name} is not a member of ${name}.`,
    });
  }

  #own(channel: string, ts: string): Message {
    const message = requireMessage(this.joined(channel), ts);
    if (message.user === this.userId) return message;
    throw new PlaygroundError('playground-not-your-message', `${ts} is by ${message.user}`, {
      forPeople: 'This is not your message: only who wrote it can change or delete it.',
    });
  }
}
