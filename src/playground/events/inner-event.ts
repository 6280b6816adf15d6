import type { Conversation } from '../state/conversations.ts';
import { isMember } from '../state/find.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WireObject } from '../wire/wire-object.ts';

export type WireEvent = WireObject & { type: string };

/** An event with what the outer payload has to know of it. */
export interface InnerEvent {
  event: WireEvent;
  isExternallyShared: boolean;
}

/** A conversation whose events the app gets: one it is a member of. */
export function heard(workspace: Workspace, channel: string): Conversation | undefined {
  const conversation = workspace.state.conversations[channel];
  if (conversation === undefined) return undefined;
  return isMember(conversation, workspace.state.app.botUserId) ? conversation : undefined;
}

export function inConversation(
  conversation: Conversation | undefined,
  events: WireEvent[],
): InnerEvent[] {
  if (conversation === undefined) return [];
  const { isExternallyShared } = conversation;
  return events.map((event) => ({ event, isExternallyShared }));
}

export const workspaceWide = (event: WireEvent): InnerEvent[] => [
  { event, isExternallyShared: false },
];
