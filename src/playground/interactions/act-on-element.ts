import { PlaygroundError } from '../playground-error.ts';
import type { Block, EphemeralMessage, Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import type { View } from '../state/views.ts';
import { inputElements } from '../web-api/read-view.ts';
import { presentView } from '../wire/present-view.ts';
import type { WireObject } from '../wire/wire-object.ts';
import { type Entry, elementValue, initialEntry } from './element-values.ts';
import type { InteractionDesk, InteractionResult } from './interaction-desk.ts';
import {
  channelField,
  commonFields,
  interactionMessage,
  messageContainer,
} from './interaction-payloads.ts';
import { withSuggestedOptions } from './suggested-options.ts';
import { issueTrigger } from './triggers.ts';

type Found = ReturnType<typeof inputElements>[number];

/**
 * The element with an action id; the first one when several blocks have it and none is named.
 *
 * @throws {PlaygroundError} `playground-element-unknown`.
 */
export function findElement(blocks: Block[], actionId: string, blockId?: string): Found {
  const elements = inputElements({ blocks });
  const found = elements.find(
    (candidate) =>
      candidate.actionId === actionId && (blockId === undefined || candidate.blockId === blockId),
  );
  if (found !== undefined) return found;
  const ids = elements.map((candidate) => candidate.actionId).filter(Boolean);
  throw new PlaygroundError('playground-element-unknown', `no element ${actionId}`, {
    forPeople: `Nothing here has the action id ${actionId}. There is ${ids.join(', ') || 'nothing'}.`,
  });
}

/** The part of feedback buttons that was pressed. */
function feedbackButton(element: Found['element'], entry: Entry): WireObject | undefined {
  const buttons = [element.positive_button, element.negative_button] as (WireObject | undefined)[];
  return buttons.find((button) => button?.value === entry);
}

function action({ element, blockId, actionId }: Found, entry: Entry, ts: string): WireObject {
  const base = { action_id: actionId, block_id: blockId, action_ts: ts };
  if (element.type === 'button') {
    return {
      ...base,
      type: 'button',
      text: element.text,
      ...(element.value !== undefined && { value: element.value }),
      ...(element.url !== undefined && { url: element.url }),
      ...(element.style !== undefined && { style: element.style }),
    };
  }
  if (element.type === 'feedback_buttons') {
    const button = feedbackButton(element, entry);
    if (button === undefined) {
      throw new PlaygroundError('playground-value-unknown', `no feedback button ${String(entry)}`);
    }
    return { ...base, type: element.type, text: button.text, value: button.value };
  }
  const value = element.type === 'icon_button' ? (element.value as Entry) : entry;
  return { ...base, ...elementValue(element, value) };
}

const stateless = new Set(['button', 'feedback_buttons', 'icon_button', 'overflow']);

/** What is chosen in a message, by whoever acts on it. */
function messageState(
  { entries }: InteractionDesk,
  person: Person,
  message: Message | EphemeralMessage,
): WireObject {
  const values: Record<string, Record<string, WireObject>> = {};
  for (const item of inputElements({ blocks: message.blocks })) {
    if (item.actionId === '' || stateless.has(item.element.type)) continue;
    const chosen = entries.get({ person, message, ...item });
    const now = chosen === undefined ? initialEntry(item.element) : chosen;
    values[item.blockId] = {
      ...values[item.blockId],
      [item.actionId]: elementValue(item.element, now),
    };
  }
  return { values };
}

/** Presses or changes an element of a message. */
export function actOnMessage(
  desk: InteractionDesk,
  person: Person,
  message: Message | EphemeralMessage,
  actionId: string,
  entry: Entry,
  blockId?: string,
): Promise<InteractionResult> {
  const { workspace } = desk;
  const conversation = workspace.state.conversations[message.channel];
  if (conversation === undefined)
    throw new PlaygroundError('playground-conversation-unknown', message.channel);
  const found = findElement(message.blocks, actionId, blockId);
  const { channel, ts: messageTs, threadTs } = message;
  if (!stateless.has(found.element.type)) {
    desk.entries.set({ person, message, ...found }, entry);
  }
  const payload = {
    type: 'block_actions',
    ...commonFields(workspace, person),
    container: messageContainer(message),
    trigger_id: issueTrigger(workspace, person.id),
    channel: channelField(conversation),
    message: interactionMessage(workspace, message),
    state: messageState(desk, person, message),
    response_url: desk.responseUrl({ channel, messageTs, threadTs, userId: person.id }),
    actions: [action(found, entry, workspace.nextTs())],
  };
  return desk.send('interactive', payload, false);
}

/** Presses or changes an element of a view. */
export function actOnView(
  desk: InteractionDesk,
  person: Person,
  view: View,
  actionId: string,
  entry: Entry,
  blockId?: string,
): Promise<InteractionResult> {
  const { workspace } = desk;
  const present = findElement(view.blocks, actionId, blockId);
  const element = withSuggestedOptions(view, actionId, present.element);
  const found = { ...present, element };
  if (!stateless.has(found.element.type)) {
    view.values[found.blockId] = {
      ...view.values[found.blockId],
      [actionId]: elementValue(found.element, entry),
    };
  }
  const shown = presentView(workspace, view);
  const payload = {
    type: 'block_actions',
    ...commonFields(workspace, person),
    container: { type: 'view', view_id: view.id },
    trigger_id: issueTrigger(workspace, person.id),
    view: shown,
    actions: [action(found, entry, workspace.nextTs())],
  };
  return desk.send('interactive', payload, false);
}
