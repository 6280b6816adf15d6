import { findConversation, findMessage, repliesOf } from '../state/find.ts';
import { lookUp } from '../state/look-up.ts';
import type { Message, MessageStream } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { presentFile } from './present-file.ts';
import type { WireObject } from './wire-object.ts';

const icon = (size: number): string => `https://a.slack-edge.com/local/bot_${size}.png`;

/** Slack's words for what became of a message that was streamed. */
const streamingStates = {
  in_progress: 'in_progress',
  completed: 'completed',
  stopped_by_user: 'completed',
  expired: 'errored',
} as const;

export function presentBotProfile(workspace: Workspace): WireObject {
  const { app, team } = workspace.state;
  return {
    id: app.botId,
    app_id: app.appId,
    name: app.name,
    deleted: false,
    updated: workspace.state.people[app.botUserId]?.updated ?? 0,
    team_id: team.id,
    icons: { image_36: icon(36), image_48: icon(48), image_72: icon(72) },
  };
}

/** A message as it stands in an event: its own fields, nothing about its replies. */
export function presentMessage(workspace: Workspace, message: Message): WireObject {
  const { app, people, team, conversations } = workspace.state;
  const conversation = lookUp(conversations, message.channel);
  const root =
    conversation === undefined || message.threadTs === null
      ? undefined
      : findMessage(conversation, message.threadTs);
  return {
    type: 'message',
    ...(message.subtype !== null && { subtype: message.subtype }),
    ...(message.isBroadcast && message.subtype === null && { subtype: 'thread_broadcast' }),
    user: message.user,
    ts: message.ts,
    ...(message.clientMessageId !== null && { client_msg_id: message.clientMessageId }),
    ...(message.isFromApp && { bot_id: app.botId, bot_profile: presentBotProfile(workspace) }),
    text: message.text,
    ...(message.subtype !== 'tombstone' && { team: people[message.user]?.teamId ?? team.id }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.files.length > 0 && {
      files: message.files.map((file) => presentFile(workspace, file)),
      upload: false,
      display_as_bot: false,
    }),
    ...(message.threadTs !== null && {
      thread_ts: message.threadTs,
      parent_user_id: root?.user ?? message.user,
    }),
    ...(message.edited !== null && { edited: message.edited }),
    ...(message.stream !== null && { streaming_state: streamingStates[message.stream.state] }),
  };
}

/** What a root shows of its thread; empty when nobody has replied. */
export function presentThreadSummary(workspace: Workspace, message: Message): WireObject {
  const conversation = findConversation(workspace, message.channel);
  if (conversation === undefined || message.threadTs !== null) return {};
  const replies = repliesOf(conversation, message.ts);
  const latest = replies.at(-1);
  if (latest === undefined) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    reply_users: users.slice(0, 5),
    is_locked: false,
    subscribed: replies.some((reply) => reply.isFromApp),
  };
}

/** Undocumented, but there: it tells a message that is being written from one that is done. */
const streamingState = ({ state }: MessageStream): string =>
  state === 'in_progress' ? 'in_progress' : 'completed';

/** A message as `conversations.history` and `conversations.replies` return it. */
export function presentHistoryMessage(
  workspace: Workspace,
  message: Message,
  withMetadata: boolean,
): WireObject {
  const { client_msg_id: _, ...shown } = presentMessage(workspace, message);
  return {
    ...shown,
    ...(message.isFromApp && { app_id: workspace.state.app.appId }),
    ...(message.stream !== null && { streaming_state: streamingState(message.stream) }),
    ...presentThreadSummary(workspace, message),
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map(({ name, userIds }) => ({
        name,
        users: userIds,
        count: userIds.length,
      })),
    }),
    ...(withMetadata && message.metadata !== null && { metadata: message.metadata }),
  };
}
