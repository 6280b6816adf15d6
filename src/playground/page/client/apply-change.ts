import type { PageChange, PageState } from '../../page-api/page-protocol.ts';

/** Anything with its place in a conversation. */
interface Timed {
  channel: string;
  ts: string;
}

/** Puts an item in place of the one with its `ts`, or where it belongs; the order is ascending. */
function putByTs<Item extends Timed>(items: readonly Item[], item: Item): Item[] {
  const existing = items.findIndex(
    (candidate) => candidate.ts === item.ts && candidate.channel === item.channel,
  );
  if (existing >= 0) return items.with(existing, item);
  const after = items.findLastIndex((candidate) => candidate.ts < item.ts);
  return items.toSpliced(after + 1, 0, item);
}

type Messages = PageState['conversations'][number]['messages'];

function changeMessages(
  page: PageState,
  channel: string,
  change: (messages: Messages) => Messages,
): PageState {
  return {
    ...page,
    conversations: page.conversations.map((conversation) =>
      conversation.id === channel
        ? { ...conversation, messages: change(conversation.messages) }
        : conversation,
    ),
  };
}

function putAgentThread(
  page: PageState,
  thread: PageState['agentThreads'][number],
): PageState['agentThreads'] {
  const existing = page.agentThreads.findIndex(
    ({ channel, threadTs }) => channel === thread.channel && threadTs === thread.threadTs,
  );
  return existing < 0 ? [...page.agentThreads, thread] : page.agentThreads.with(existing, thread);
}

/**
 * Whether a change cannot be applied to what the page holds, so that the state has to be read
 * anew: the server says so, or it is about a conversation whose messages were never sent.
 */
export function needsReload(page: PageState, change: PageChange): boolean {
  const known = (id: string) => page.conversations.find((conversation) => conversation.id === id);
  switch (change.type) {
    case 'reload':
      return true;
    case 'message':
      return known(change.message.channel) === undefined;
    case 'conversation':
      return known(change.conversation.id)?.isMember !== change.conversation.isMember;
    default:
      return false;
  }
}

/**
 * The state after a change. What the change does not touch stays the same object; `revision` stays
 * that of the last reading.
 */
export function applyChange(page: PageState, change: PageChange): PageState {
  switch (change.type) {
    case 'message':
      return changeMessages(page, change.message.channel, (messages) =>
        putByTs(messages, change.message),
      );
    case 'message-deleted': {
      const { channel, ts, message } = change;
      return changeMessages(page, channel, (messages) =>
        message === null
          ? messages.filter((candidate) => candidate.ts !== ts)
          : putByTs(messages, message),
      );
    }
    case 'ephemeral':
      return { ...page, ephemeral: putByTs(page.ephemeral, change.message) };
    case 'ephemeral-deleted':
      return {
        ...page,
        ephemeral: page.ephemeral.filter(
          ({ channel, ts }) => channel !== change.channel || ts !== change.ts,
        ),
      };
    case 'conversation':
      return {
        ...page,
        conversations: page.conversations.map((conversation) =>
          conversation.id === change.conversation.id
            ? { ...change.conversation, messages: conversation.messages }
            : conversation,
        ),
      };
    case 'views':
      return { ...page, home: change.home, modals: change.modals };
    case 'agent-thread':
      return { ...page, agentThreads: putAgentThread(page, change.thread) };
    case 'app':
      return { ...page, app: change.app };
    case 'clock':
      return { ...page, clock: change.clock };
    case 'faults':
      return { ...page, faults: change.faults };
    case 'reload':
      return page;
  }
}
