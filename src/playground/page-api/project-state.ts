import type { AgentThread } from '../state/agent-threads.ts';
import { visibleStatus } from '../state/change-agent-threads.ts';
import { homeView, openModals } from '../state/change-views.ts';
import { isMember } from '../state/find.ts';
import { lookUp } from '../state/look-up.ts';
import type { EphemeralMessage } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import { lastRead } from '../state/read-marks.ts';
import type { View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import type { PageState } from './page-protocol.ts';
import { knowsOf, projectConversation } from './project-conversation.ts';
import type { SharedState } from './share-state.ts';

/** A view as its person sees it; what the app keeps with it is not for them. */
const projectView = (view: View): View => ({ ...view, privateMetadata: '', externalId: '' });

export const projectViews = (
  workspace: Workspace,
  person: Person,
): { home: View | null; modals: View[] } => {
  const home = homeView(workspace, person.id);
  return {
    home: home === undefined ? null : projectView(home),
    modals: openModals(workspace, person.id).map(projectView),
  };
};

export const projectAgentThread = (workspace: Workspace, thread: AgentThread): AgentThread => ({
  ...thread,
  status: visibleStatus(workspace, thread),
});

/** Whether the person is in a conversation, and so sees what happens there. */
export function isIn(workspace: Workspace, channel: string, person: Person): boolean {
  const conversation = lookUp(workspace.state.conversations, channel);
  return conversation !== undefined && isMember(conversation, person.id);
}

/** Whether the person is who sees an ephemeral message. */
export const seesEphemeral = (
  workspace: Workspace,
  message: EphemeralMessage,
  person: Person,
): boolean => message.visibleTo === person.id && isIn(workspace, message.channel, person);

/** The workspace through the eyes of one person: nothing that they could not see in Slack. */
export function projectState(
  workspace: Workspace,
  person: Person,
  shared: SharedState & Pick<PageState, 'revision'>,
): PageState {
  const { state } = workspace;
  return {
    ...shared,
    team: { id: state.team.id, name: state.team.name },
    me: person.id,
    people: Object.values(state.people),
    groups: Object.values(state.groups),
    conversations: Object.values(state.conversations)
      .filter((conversation) => knowsOf(conversation, person))
      .map((conversation) =>
        projectConversation(conversation, person, lastRead(workspace, person.id, conversation.id)),
      ),
    ephemeral: state.ephemeral.filter((message) => seesEphemeral(workspace, message, person)),
    ...projectViews(workspace, person),
    agentThreads: state.agentThreads
      .filter((thread) => isIn(workspace, thread.channel, person))
      .map((thread) => projectAgentThread(workspace, thread)),
  };
}
