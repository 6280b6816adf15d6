import type { Message } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { presentMessage, presentThreadSummary } from '../wire/present-message.ts';
import type { WireObject } from '../wire/wire-object.ts';
import { heard, type InnerEvent, inConversation, type WireEvent } from './inner-event.ts';

const channelTypes = { public: 'channel', private: 'group', direct: 'im' } as const;

/** A message event, after an `app_mention` when the app is mentioned outside direct messages. */
export function messagePosted(workspace: Workspace, message: Message): InnerEvent[] {
  const conversation = heard(workspace, message.channel);
  if (conversation === undefined) return [];
  const { botUserId } = workspace.state.app;
  const place = { channel: conversation.id, event_ts: message.ts };
  const content: WireObject = { ...presentMessage(workspace, message), ...place };
  const channelType = channelTypes[conversation.kind];
  const events: WireEvent[] = [{ ...content, channel_type: channelType, type: 'message' }];
  const isMention =
    conversation.kind !== 'direct' &&
    message.user !== botUserId &&
    new RegExp(`<@${botUserId}(\\|[^>]*)?>`).test(message.text);
  const { parent_user_id: _, ...mention } = content;
  if (isMention) events.unshift({ ...mention, type: 'app_mention' });
  return inConversation(conversation, events);
}

/** A `message_changed` event, with the message before and after. */
export function messageChanged(
  workspace: Workspace,
  message: Message,
  before: Message,
): InnerEvent[] {
  const conversation = heard(workspace, message.channel);
  if (conversation === undefined) return [];
  const ts = workspace.nextTs();
  const full = (version: Message): WireObject => ({
    ...presentMessage(workspace, version),
    ...presentThreadSummary(workspace, version),
  });
  return inConversation(conversation, [
    {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: conversation.id,
      channel_type: channelTypes[conversation.kind],
      message: { ...full(message), source_team: workspace.state.team.id },
      previous_message: full(before),
      ts,
      event_ts: ts,
    },
  ]);
}

/** A `message_deleted` event. */
export function messageDeleted(workspace: Workspace, message: Message): InnerEvent[] {
  const conversation = heard(workspace, message.channel);
  if (conversation === undefined) return [];
  const ts = workspace.nextTs();
  return inConversation(conversation, [
    {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel: conversation.id,
      channel_type: channelTypes[conversation.kind],
      deleted_ts: message.ts,
      previous_message: presentMessage(workspace, message),
      ts,
      event_ts: ts,
    },
  ]);
}
