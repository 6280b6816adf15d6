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
import { suggestOptions } from '../interactions/suggest-options.ts';
import type { SuggestedOption } from '../interactions/suggested-options.ts';
import { requireHomeTab, requireStop } from '../manifest/require-feature.ts';
import { PlaygroundError } from '../playground-error.ts';
import { homeView } from '../state/change-views.ts';
import { findMessage, requireMessage } from '../state/find.ts';
import type { EphemeralMessage, Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import { stopStreams } from '../state/stop-streams.ts';
import type { View } from '../state/views.ts';
import { Writer } from './writer.ts';

/**
 * A person at the keyboard. Channels are given by id or name, messages by channel and `ts`,
 * elements by action id. Whatever they could not do in Slack throws a {@link PlaygroundError}.
 */
export class Actor extends Writer {
  readonly #desk: InteractionDesk;

  constructor(desk: InteractionDesk, person: Person) {
    super(desk.workspace, person);
    this.#desk = desk;
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

  /**
   * Chooses from a menu, or enters something, in a message.
   *
   * @param blockId needed when several blocks have an element of that action id.
   */
  async choose(
    channel: string,
    ts: string,
    actionId: string,
    entry: Entry,
    blockId?: string,
  ): Promise<InteractionResult> {
    const message = this.#visible(channel, ts);
    return actOnMessage(this.#desk, this.person, message, actionId, entry, blockId);
  }

  /** The modal on top; null when none is open. */
  get modal(): View | null {
    return topModal(this.#desk, this.person);
  }

  /** The App Home tab as it was last published; null before that. */
  get home(): View | null {
    return homeView(this.workspace, this.userId) ?? null;
  }

  /** Presses a button or chooses from a menu in the open modal. */
  async actInModal(
    actionId: string,
    entry: Entry = null,
    blockId?: string,
  ): Promise<InteractionResult> {
    return actOnView(this.#desk, this.person, this.#openModal(), actionId, entry, blockId);
  }

  /** Presses a button or chooses from a menu on the App Home tab. */
  async actOnHome(
    actionId: string,
    entry: Entry = null,
    blockId?: string,
  ): Promise<InteractionResult> {
    const home = this.home;
    if (home === null) throw new PlaygroundError('playground-no-home', 'no home was published');
    return actOnView(this.#desk, this.person, home, actionId, entry, blockId);
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
    return sendCommand(this.#desk, this.person, this.joined(channel), command, text);
  }

  /** Chooses one of the app's shortcuts from the menu of a message. */
  async messageShortcut(
    callbackId: string,
    channel: string,
    ts: string,
  ): Promise<InteractionResult> {
    const conversation = this.joined(channel);
    const message = requireMessage(conversation, ts);
    return sendMessageShortcut(this.#desk, this.person, conversation, message, callbackId);
  }

  /** Chooses one of the app's global shortcuts. */
  async globalShortcut(callbackId: string): Promise<InteractionResult> {
    return sendGlobalShortcut(this.#desk, this.person, callbackId);
  }

  /** Opens the App Home tab. */
  async openHome(): Promise<void> {
    requireHomeTab(this.workspace);
    this.#open('home');
  }

  /** Opens the conversation with the app, as people do from the app's entry in the sidebar. */
  async openAgentView(): Promise<void> {
    this.#open('messages');
  }

  /** Presses Stop while the app is answering in a thread. */
  async stopAnswer(channel: string, threadTs: string): Promise<void> {
    requireStop(this.workspace);
    stopStreams(this.workspace, this.joined(channel), threadTs, this.userId);
  }

  /** Shows a channel beside the conversation with the app, which is told what people look at. */
  async lookAt(channel: string): Promise<void> {
    const { id } = this.joined(channel);
    this.workspace.announce({
      type: 'context-changed',
      user: this.userId,
      channel: this.directMessageChannel,
      shown: id,
    });
  }

  #open(tab: 'home' | 'messages'): void {
    const channel = this.directMessageChannel;
    this.workspace.announce({ type: 'home-opened', user: this.userId, channel, tab });
  }

  #visible(channel: string, ts: string): Message | EphemeralMessage {
    const conversation = this.joined(channel);
    const ephemeral = this.workspace.state.ephemeral.find(
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
