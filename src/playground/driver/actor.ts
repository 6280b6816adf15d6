import { actOnMessage, actOnView } from '../interactions/act-on-element.ts';
import {
  sendCommand,
  sendGlobalShortcut,
  sendMessageShortcut,
} from '../interactions/commands-and-shortcuts.ts';
import type { Entry } from '../interactions/element-values.ts';
import type { InteractionDesk, InteractionResult } from '../interactions/interaction-desk.ts';
import {
  dismissView,
  type SubmissionResult,
  submitView,
  topModal,
} from '../interactions/submit-view.ts';
import { type SuggestedOption, suggestOptions } from '../interactions/suggest-options.ts';
import { PlaygroundError } from '../playground-error.ts';
import { findDirectMessage, openDirectMessage } from '../state/change-conversations.ts';
import {
  addReaction,
  deleteMessage,
  editMessage,
  postMessage,
  removeReaction,
} from '../state/change-messages.ts';
import { homeView } from '../state/change-views.ts';
import type { Conversation } from '../state/conversations.ts';
import { findMessage, isMember, requireConversation, requireMessage } from '../state/find.ts';
import type { EphemeralMessage, Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import { stopStreams } from '../state/stop-streams.ts';
import type { View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { linkNames } from '../wire/link-names.ts';
import { richTextFromText } from '../wire/rich-text-from-text.ts';

export interface PostOptions {
  /** Replies in this thread. */
  threadTs?: string;
}

/**
 * A person at the keyboard. Channels are given by id or name, messages by channel and `ts`,
 * elements by action id. Whatever they could not do in Slack throws a {@link PlaygroundError}.
 */
export class Actor {
  readonly userId: string;
  readonly person: Readonly<Person>;
  readonly #desk: InteractionDesk;
  readonly #workspace: Workspace;

  constructor(desk: InteractionDesk, person: Person) {
    this.#desk = desk;
    this.#workspace = desk.workspace;
    this.person = person;
    this.userId = person.id;
  }

  /** The direct message with the app; made when there is none yet. */
  get directMessageChannel(): string {
    const existing = findDirectMessage(this.#workspace, this.userId);
    return (existing ?? openDirectMessage(this.#workspace, this.userId)).id;
  }

  /** Writes a message. `@name` of people and `#name` of channels are linked, as people type them. */
  async post(channel: string, text: string, options: PostOptions = {}): Promise<Message> {
    const conversation = this.#joined(channel);
    if (conversation.isArchived) {
      throw new PlaygroundError('playground-channel-archived', `${channel} is archived`);
    }
    if (options.threadTs !== undefined) requireMessage(conversation, options.threadTs);
    return postMessage(this.#workspace, conversation, {
      user: this.userId,
      ...this.#compose(text),
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
    return editMessage(this.#workspace, this.#own(channel, ts), this.#compose(text), this.userId);
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

  /**
   * Presses a button of a message.
   *
   * @param value which of the feedback buttons; other buttons have but one value.
   */
  async clickButton(
    channel: string,
    ts: string,
    actionId: string,
    value: Entry = null,
  ): Promise<InteractionResult> {
    return actOnMessage(this.#desk, this.person, this.#visible(channel, ts), actionId, value);
  }

  /** Chooses from a menu, or enters something, in a message. */
  async choose(
    channel: string,
    ts: string,
    actionId: string,
    entry: Entry,
  ): Promise<InteractionResult> {
    return actOnMessage(this.#desk, this.person, this.#visible(channel, ts), actionId, entry);
  }

  /** The modal on top; null when none is open. */
  get modal(): View | null {
    return topModal(this.#desk, this.person);
  }

  /** The App Home tab as it was last published; null before that. */
  get home(): View | null {
    return homeView(this.#workspace, this.userId) ?? null;
  }

  /** Presses a button or chooses from a menu in the open modal. */
  async actInModal(actionId: string, entry: Entry = null): Promise<InteractionResult> {
    return actOnView(this.#desk, this.person, this.#openModal(), actionId, entry);
  }

  /** Presses a button or chooses from a menu on the App Home tab. */
  async actOnHome(actionId: string, entry: Entry = null): Promise<InteractionResult> {
    const home = this.home;
    if (home === null) throw new PlaygroundError('playground-no-home', 'no home was published');
    return actOnView(this.#desk, this.person, home, actionId, entry);
  }

  /** Types into a type-ahead menu of the open modal; the app's options for it. */
  async suggest(actionId: string, typed: string): Promise<SuggestedOption[]> {
    return suggestOptions(this.#desk, this.person, this.#openModal(), actionId, typed);
  }

  /** Fills in the open modal (action or block id → entry) and submits it. */
  async submitView(entries: Readonly<Record<string, Entry>> = {}): Promise<SubmissionResult> {
    return submitView(this.#desk, this.person, this.#openModal(), entries);
  }

  /** Closes the open modal, or all of them with the cross in its corner. */
  async closeView(options: { all?: boolean } = {}): Promise<void> {
    await dismissView(this.#desk, this.person, this.#openModal(), options.all === true);
  }

  /** Types a slash command, e.g. `slash('/concord', 'help', '#general')`. */
  async slash(command: string, text: string, channel: string): Promise<InteractionResult> {
    return sendCommand(this.#desk, this.person, this.#joined(channel), command, text);
  }

  /** Chooses one of the app's shortcuts from the menu of a message. */
  async messageShortcut(
    callbackId: string,
    channel: string,
    ts: string,
  ): Promise<InteractionResult> {
    const conversation = this.#joined(channel);
    const message = requireMessage(conversation, ts);
    return sendMessageShortcut(this.#desk, this.person, conversation, message, callbackId);
  }

  /** Chooses one of the app's global shortcuts. */
  async globalShortcut(callbackId: string): Promise<InteractionResult> {
    return sendGlobalShortcut(this.#desk, this.person, callbackId);
  }

  /** Opens the App Home tab. */
  async openHome(): Promise<void> {
    this.#open('home');
  }

  /** Opens the conversation with the app, as people do from the app's entry in the sidebar. */
  async openAgentView(): Promise<void> {
    this.#open('messages');
  }

  /** Presses Stop while the app is answering in a thread. */
  async stopAnswer(channel: string, threadTs: string): Promise<void> {
    stopStreams(this.#workspace, this.#joined(channel), threadTs, this.userId);
  }

  #open(tab: 'home' | 'messages'): void {
    const channel = this.directMessageChannel;
    this.#workspace.announce({ type: 'home-opened', user: this.userId, channel, tab });
  }

  #compose(text: string): Pick<Message, 'text' | 'blocks'> {
    const linked = linkNames(this.#workspace.state, text);
    const blockId = this.#workspace.nextId('B').slice(1);
    return { text: linked, blocks: [richTextFromText(linked, blockId)] };
  }

  #joined(channel: string): Conversation {
    const conversation = requireConversation(this.#workspace, channel);
    if (isMember(conversation, this.userId)) return conversation;
    const name = conversation.name || 'that conversation';
    throw new PlaygroundError('playground-not-in-channel', `not in ${conversation.id}`, {
      forPeople: `${this.person.name} is not a member of ${name}.`,
    });
  }

  #own(channel: string, ts: string): Message {
    const message = requireMessage(this.#joined(channel), ts);
    if (message.user === this.userId) return message;
    throw new PlaygroundError('playground-not-your-message', `${ts} is by ${message.user}`);
  }

  #visible(channel: string, ts: string): Message | EphemeralMessage {
    const conversation = this.#joined(channel);
    const ephemeral = this.#workspace.state.ephemeral.find(
      (message) => message.ts === ts && message.visibleTo === this.userId,
    );
    return findMessage(conversation, ts) ?? ephemeral ?? requireMessage(conversation, ts);
  }

  #openModal(): View {
    const modal = this.modal;
    if (modal !== null) return modal;
    throw new PlaygroundError('playground-no-modal', `${this.person.name} has no modal open`);
  }
}
