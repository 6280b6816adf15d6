import { type ActiveFault, type FaultKind, faultKinds } from '../faults/fault-kinds.ts';
import type { Entry } from '../interactions/element-values.ts';
import type { AgentThread } from '../state/agent-threads.ts';
import type { Conversation } from '../state/conversations.ts';
import type { EphemeralMessage, Message } from '../state/messages.ts';
import type { Person, PersonGroup } from '../state/people.ts';
import type { View } from '../state/views.ts';

/**
 * What the page in the browser and the local Slack say to each other. Types only, so that both
 * sides can use them.
 *
 *   GET  /page/state?person=ID      → PageState. With `&loaded=now` when the page has just been
 *                                     loaded: modals that no other page shows are over
 *   GET  /page/changes?person=ID&since=REVISION  → server-sent events; `data` is a PageChange,
 *                                     `id` the revision after it. Begins with `reload` when
 *                                     something has happened since REVISION.
 *   POST /page/act                  JSON { person, action: PageAction } → PageActResult
 *   POST /page/upload?person&channel&thread&name&title  the file's bytes as the body, `thread` and
 *                                     `title` may be missing → PageActResult. Without `channel` it
 *                                     is kept for a form, and nobody else sees it
 *   GET  /page/files/FILE?person=ID → the file, to be saved
 *
 * `person` is an id or a handle. A request that is refused as a whole answers 4xx with
 * `{ ok: false, error }`; 403 means that the local Slack was started anew: load the page again.
 */
export interface PageState {
  /** Ascends with every change; changes with this id or an earlier one are in here already. */
  revision: number;
  team: { id: string; name: string };
  app: PageApp;
  /** Id of the person whose eyes these are. */
  me: string;
  /** Everybody, for names; the bot user too. */
  people: Person[];
  groups: PersonGroup[];
  /** Conversations the person is in, and public channels they could join (without messages). */
  conversations: PageConversation[];
  /** What only this person sees. */
  ephemeral: EphemeralMessage[];
  home: View | null;
  /** Open modals, the topmost last. */
  modals: View[];
  /** Status lines, titles, prompts of conversations with the app; `status` as shown now. */
  agentThreads: AgentThread[];
  clock: PageClock;
  faults: PageFault[];
}

export interface PageApp {
  name: string;
  botUserId: string;
  description: string;
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: {
    type: 'global' | 'message';
    callbackId: string;
    name: string;
    description: string;
  }[];
  /** Whether the app is connected now. */
  connected: boolean;
}

export interface PageConversation extends Conversation {
  isMember: boolean;
  /** `ts` of the last message the person has seen; null when they have seen none. */
  lastRead: string | null;
}

export interface PageClock {
  /** UTC ms of workspace time at the moment of sending; it runs at the pace of real time. */
  now: number;
  /** How far it has been moved ahead of real time, ms. */
  offset: number;
}

export type PageFault = ActiveFault;
export type PageFaultKind = FaultKind;
export const pageFaultKinds = faultKinds;

/** Something the person sees change. What is not listed is read anew with GET /page/state. */
export type PageChange =
  | { type: 'message'; message: Message }
  | { type: 'message-deleted'; channel: string; ts: string; message: Message | null }
  | { type: 'ephemeral'; message: EphemeralMessage }
  | { type: 'ephemeral-deleted'; channel: string; ts: string }
  /** Everything about a conversation but its messages, which the page keeps. */
  | { type: 'conversation'; conversation: Omit<PageConversation, 'messages'> }
  | { type: 'views'; home: View | null; modals: View[] }
  | { type: 'agent-thread'; thread: AgentThread }
  | { type: 'app'; app: PageApp }
  | { type: 'clock'; clock: PageClock }
  | { type: 'faults'; faults: PageFault[] }
  /** Too much has changed: read the state anew. */
  | { type: 'reload' };

/** What a person, or whoever runs the local Slack, does. */
export type PageAction =
  | { type: 'post'; channel: string; text: string; thread: string | null }
  | { type: 'edit'; channel: string; ts: string; text: string }
  | { type: 'delete'; channel: string; ts: string }
  | { type: 'react' | 'unreact'; channel: string; ts: string; name: string }
  | { type: 'join'; channel: string }
  | { type: 'mark-read'; channel: string; ts: string }
  /** Buttons, menus and inputs of messages (ephemeral ones too), modals and the App Home. */
  | { type: 'act'; where: ElementPlace; actionId: string; blockId: string; entry: Entry }
  | { type: 'suggest'; where: ElementPlace; actionId: string; typed: string }
  /** Entries by block id. */
  | { type: 'submit-view'; viewId: string; entries: Record<string, Entry> }
  | { type: 'close-view'; viewId: string; all: boolean }
  | { type: 'slash'; command: string; text: string; channel: string; thread: string | null }
  | { type: 'message-shortcut'; callbackId: string; channel: string; ts: string }
  | { type: 'global-shortcut'; callbackId: string }
  | { type: 'open-home' }
  /** The conversation with the app was opened. */
  | { type: 'open-agent' }
  | { type: 'stop'; channel: string; thread: string }
  | { type: 'look-at'; channel: string }
  | { type: 'advance-clock'; milliseconds: number }
  | { type: 'start-fault'; kind: PageFaultKind; left: number | null }
  | { type: 'end-faults' }
  | { type: 'reset' };

export type ElementPlace =
  | { kind: 'message'; channel: string; ts: string }
  | { kind: 'view'; viewId: string };

export type PageActResult =
  | {
      ok: true;
      /** Set for interactions: false when the app did not acknowledge within three seconds. */
      acknowledged?: boolean;
      /** For `submit-view`: block id → what is wrong. */
      errors?: Record<string, string>;
      /** For `suggest`. */
      options?: { value: string; text: string; description: string }[];
      /** For `post` and `slash`: the message's `ts`. */
      ts?: string;
      /** For an upload into a form: the file's id. */
      file?: string;
    }
  /** In the person's words: what failed and what to do. */
  | { ok: false; error: string };
