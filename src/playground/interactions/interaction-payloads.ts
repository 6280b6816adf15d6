import { verificationToken } from '../events/outer-payload.ts';
import type { Conversation } from '../state/conversations.ts';
import type { EphemeralMessage, Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import type { View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import {
  presentBotProfile,
  presentMessage,
  presentThreadSummary,
} from '../wire/present-message.ts';
import { presentView } from '../wire/present-view.ts';
import type { WireObject } from '../wire/wire-object.ts';

/** What every interaction says about who acts where. */
export function commonFields(workspace: Workspace, person: Person): WireObject {
  const { team, app } = workspace.state;
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: app.appId,
    token: verificationToken,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The channel an interaction took place in. */
export const channelField = (conversation: Conversation): WireObject => ({
  id: conversation.id,
  name: { public: conversation.name, private: 'privategroup', direct: 'directmessage' }[
    conversation.kind
  ],
});

/** Where a message stands, for `container`. */
export function messageContainer(message: Message | EphemeralMessage): WireObject {
  return {
    type: 'message',
    message_ts: message.ts,
    channel_id: message.channel,
    is_ephemeral: 'visibleTo' in message,
    ...(message.threadTs !== null && { thread_ts: message.threadTs }),
  };
}

/** The message of an interaction, with what it shows of its thread. */
export function interactionMessage(
  workspace: Workspace,
  message: Message | EphemeralMessage,
): WireObject {
  const { app } = workspace.state;
  if ('visibleTo' in message) {
    return {
      type: 'message',
      user: app.botUserId,
      ts: message.ts,
      bot_id: app.botId,
      app_id: app.appId,
      bot_profile: presentBotProfile(workspace),
      text: message.text,
      blocks: message.blocks,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    };
  }
  return {
    ...presentMessage(workspace, message),
    ...(message.isFromApp && { app_id: app.appId }),
    ...presentThreadSummary(workspace, message),
    ...(message.metadata !== null && { metadata: message.metadata }),
  };
}

export function viewSubmission(
  workspace: Workspace,
  person: Person,
  view: View,
  triggerId: string,
): WireObject {
  return {
    type: 'view_submission',
    ...commonFields(workspace, person),
    trigger_id: triggerId,
    view: presentView(workspace, view),
  };
}

export function viewClosed(
  workspace: Workspace,
  person: Person,
  view: View,
  isCleared: boolean,
): WireObject {
  return {
    type: 'view_closed',
    ...commonFields(workspace, person),
    view: presentView(workspace, view),
    is_cleared: isCleared,
  };
}
