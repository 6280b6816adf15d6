import type { ConversationKind } from '../state/conversations.ts';
import { lookUp } from '../state/look-up.ts';
import type { Workspace } from '../state/workspace.ts';
import { list } from '../web-api/argument-types.ts';

const perKind = (action: 'history' | 'read'): Record<ConversationKind, string> => ({
  public: `channels:${action}`,
  private: `groups:${action}`,
  direct: `im:${action}`,
});

const ofWireType: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

/** Methods that need one scope, as documented under docs.slack.dev/reference/methods. */
const scopeOfMethod: Readonly<Record<string, string>> = {
  'agents.sessions.rename': 'assistant:write',
  'agents.sessions.setStatus': 'assistant:write',
  // `assistant:write` is still taken by Slack, but not for long (changelog of 5 March 2026).
  'assistant.threads.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'assistant.threads.setTitle': 'assistant:write',
  'bots.info': 'users:read',
  'chat.appendStream': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.startStream': 'chat:write',
  'chat.stopStream': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'reactions.add': 'reactions:write',
  'reactions.remove': 'reactions:write',
  'team.info': 'team:read',
  'usergroups.list': 'usergroups:read',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'users.lookupByEmail': 'users:read.email',
};

/** Methods whose scope depends on what kind of conversation they are about. */
const scopesByKind: Readonly<Record<string, Record<ConversationKind, string>>> = {
  'conversations.history': perKind('history'),
  'conversations.replies': perKind('history'),
  'conversations.info': perKind('read'),
  'conversations.members': perKind('read'),
};

const listing = new Set(['conversations.list', 'users.conversations']);

/** The scopes that a call needs, all of them; none for methods that need none. */
export function neededScopes(
  workspace: Workspace,
  method: string,
  values: Readonly<Record<string, unknown>>,
): string[] {
  if (listing.has(method)) {
    const types = list.safeParse(values.types ?? 'public_channel');
    return types.success ? types.data.flatMap((type) => lookUp(ofWireType, type) ?? []) : [];
  }
  const byKind = lookUp(scopesByKind, method);
  if (byKind !== undefined) {
    const conversation = lookUp(workspace.state.conversations, String(values.channel));
    return conversation === undefined ? [] : [byKind[conversation.kind]];
  }
  const scope = lookUp(scopeOfMethod, method);
  return scope === undefined ? [] : [scope];
}
