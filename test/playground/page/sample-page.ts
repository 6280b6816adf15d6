import type {
  PageConversation,
  PageState,
} from '../../../src/playground/page-api/page-protocol.ts';
import type { EphemeralMessage, Message } from '../../../src/playground/state/messages.ts';
import { seedWorkspace } from '../../../src/playground/state/seed-workspace.ts';

const installedAt = Date.UTC(2026, 0, 5, 9);

/** What Amira sees of the sample workspace before anybody has said anything. */
export function samplePage(changes: Partial<PageState> = {}): PageState {
  const state = seedWorkspace(installedAt);
  return {
    revision: 1,
    team: state.team,
    app: {
      name: 'Concord',
      botUserId: state.app.botUserId,
      description: '',
      commands: [
        { command: '/ask', description: 'Ask the library', usageHint: '[question]' },
        { command: '/library', description: 'What the library holds', usageHint: '' },
      ],
      shortcuts: [],
      connected: true,
    },
    me: 'U0AMIRA0000',
    people: Object.values(state.people),
    groups: Object.values(state.groups),
    conversations: Object.values(state.conversations).map((conversation) => ({
      ...conversation,
      isMember: conversation.memberIds.includes('U0AMIRA0000'),
      lastRead: null,
    })),
    ephemeral: [],
    home: null,
    modals: [],
    agentThreads: [],
    clock: { now: installedAt, offset: 0 },
    faults: [],
    ...changes,
  };
}

/** A message in `#general`, by Tom unless said otherwise. */
export const sampleMessage = (changes: Partial<Message> & { ts: string }): Message => ({
  channel: 'C0GENERAL00',
  user: 'U0TOM000000',
  isFromApp: false,
  text: 'Hello',
  blocks: [],
  attachments: [],
  files: [],
  threadTs: null,
  isBroadcast: false,
  metadata: null,
  edited: null,
  reactions: [],
  clientMessageId: null,
  subtype: null,
  stream: null,
  ...changes,
});

export const sampleEphemeral = (
  changes: Partial<EphemeralMessage> & { ts: string },
): EphemeralMessage => ({
  channel: 'C0GENERAL00',
  threadTs: null,
  visibleTo: 'U0AMIRA0000',
  text: 'For you alone',
  blocks: [],
  ...changes,
});

/** A conversation of the sample page. */
export function conversationOf(page: PageState, id = 'C0GENERAL00'): PageConversation {
  const found = page.conversations.find((conversation) => conversation.id === id);
  if (found === undefined) throw new Error(`there is no ${id} in the sample`);
  return found;
}
