import type { Method } from '../define-method.ts';
import { agentsSessionsRename, agentsSessionsSetStatus } from './agents-sessions.ts';
import { appsConnectionsOpen } from './apps-connections-open.ts';
import {
  assistantThreadsSetStatus,
  assistantThreadsSetSuggestedPrompts,
  assistantThreadsSetTitle,
} from './assistant-threads.ts';
import { authTest } from './auth-test.ts';
import { chatDelete } from './chat-delete.ts';
import { chatGetPermalink } from './chat-get-permalink.ts';
import { chatPostEphemeral } from './chat-post-ephemeral.ts';
import { chatPostMessage } from './chat-post-message.ts';
import { chatAppendStream, chatStartStream, chatStopStream } from './chat-stream.ts';
import { chatUpdate } from './chat-update.ts';
import { conversationsHistory } from './conversations-history.ts';
import { conversationsInfo } from './conversations-info.ts';
import { conversationsList, usersConversations } from './conversations-list.ts';
import { conversationsMembers } from './conversations-members.ts';
import { conversationsOpen } from './conversations-open.ts';
import { conversationsReplies } from './conversations-replies.ts';
import { filesCompleteUploadExternal, filesGetUploadUrlExternal, filesInfo } from './files.ts';
import { reactionsAdd, reactionsRemove } from './reactions.ts';
import { botsInfo, teamInfo } from './team-and-bots.ts';
import { usergroupsList, usergroupsUsersList } from './usergroups.ts';
import { usersInfo, usersList, usersLookupByEmail } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

const all: readonly Method[] = [
  agentsSessionsRename,
  agentsSessionsSetStatus,
  assistantThreadsSetStatus,
  assistantThreadsSetSuggestedPrompts,
  assistantThreadsSetTitle,
  chatAppendStream,
  chatStartStream,
  chatStopStream,
  viewsOpen,
  viewsPublish,
  viewsPush,
  viewsUpdate,
  appsConnectionsOpen,
  authTest,
  botsInfo,
  chatDelete,
  chatGetPermalink,
  chatPostEphemeral,
  chatPostMessage,
  chatUpdate,
  conversationsHistory,
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
  conversationsReplies,
  filesCompleteUploadExternal,
  filesGetUploadUrlExternal,
  filesInfo,
  reactionsAdd,
  reactionsRemove,
  teamInfo,
  usergroupsList,
  usergroupsUsersList,
  usersConversations,
  usersInfo,
  usersList,
  usersLookupByEmail,
];

/** The methods of the Web API that the local Slack knows, by name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  all.map((method) => [method.name, method]),
);
