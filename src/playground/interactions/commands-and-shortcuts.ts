import { verificationToken } from '../events/outer-payload.ts';
import { requireCommand, requireShortcut } from '../manifest/require-feature.ts';
import type { Conversation } from '../state/conversations.ts';
import type { Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import { linkNames } from '../wire/link-names.ts';
import type { InteractionDesk, InteractionResult } from './interaction-desk.ts';
import { channelField, commonFields, interactionMessage } from './interaction-payloads.ts';
import { answerInteraction } from './response-addresses.ts';
import { issueTrigger } from './triggers.ts';

/** Sends a slash command. What the acknowledgement says is shown, to the person alone by default. */
export async function sendCommand(
  desk: InteractionDesk,
  person: Person,
  conversation: Conversation,
  command: string,
  text: string,
): Promise<InteractionResult> {
  const { workspace } = desk;
  const offered = requireCommand(workspace, command);
  const { team, app } = workspace.state;
  const place = { channel: conversation.id, userId: person.id, threadTs: null, messageTs: null };
  const result = await desk.send(
    'slash_commands',
    {
      token: verificationToken,
      team_id: team.id,
      team_domain: team.domain,
      channel_id: conversation.id,
      channel_name: channelField(conversation).name,
      user_id: person.id,
      user_name: person.name,
      command,
      text: offered?.shouldEscape ? linkNames(workspace.state, text) : text,
      api_app_id: app.appId,
      is_enterprise_install: 'false',
      response_url: desk.responseUrl(place),
      trigger_id: issueTrigger(workspace, person.id),
    },
    true,
  );
  const { response } = result;
  if (result.acknowledged && (response?.text !== undefined || response?.blocks !== undefined)) {
    const address = { ...place, issuedAt: workspace.clock.now(), uses: 0 };
    answerInteraction(workspace, address, response);
  }
  return result;
}

/** Chooses a shortcut from the menu of a message. */
export function sendMessageShortcut(
  desk: InteractionDesk,
  person: Person,
  conversation: Conversation,
  message: Message,
  callbackId: string,
): Promise<InteractionResult> {
  const { workspace } = desk;
  requireShortcut(workspace, 'message', callbackId);
  const place = { channel: message.channel, userId: person.id, threadTs: message.threadTs };
  const { api_app_id: _, ...common } = commonFields(workspace, person);
  const payload = {
    type: 'message_action',
    ...common,
    user: { id: person.id, name: person.name, team_id: person.teamId },
    callback_id: callbackId,
    trigger_id: issueTrigger(workspace, person.id),
    action_ts: workspace.nextTs(),
    message_ts: message.ts,
    channel: channelField(conversation),
    message: interactionMessage(workspace, message),
    response_url: desk.responseUrl({ ...place, messageTs: message.ts }),
  };
  return desk.send('interactive', payload, false);
}

/** Chooses a shortcut from the composer or from search. */
export function sendGlobalShortcut(
  desk: InteractionDesk,
  person: Person,
  callbackId: string,
): Promise<InteractionResult> {
  const { workspace } = desk;
  requireShortcut(workspace, 'global', callbackId);
  const payload = {
    type: 'shortcut',
    ...commonFields(workspace, person),
    callback_id: callbackId,
    trigger_id: issueTrigger(workspace, person.id),
    action_ts: workspace.nextTs(),
  };
  return desk.send('interactive', payload, false);
}
