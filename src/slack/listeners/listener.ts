import type { App } from '@slack/bolt';
import type { Log } from '../../observability/log.ts';
import type { Directory } from '../../people/index.ts';
import type { AnswerMessage } from '../answer-message.ts';

/** What listeners work with. */
export interface ListenerContext {
  app: App;
  answer: AnswerMessage;
  /** Whether Concord takes part in a thread: it wrote there, or still owes it an answer. */
  takesPart(channel: string, thread: string): Promise<boolean>;
  directory: Directory;
  /** Concord's own user id. */
  ownUser: string;
  log: Log;
  /** Access to the workspace was taken away. */
  onRevoked(): void;
}

/** Listens for one kind of event. One file a listener. */
export type RegisterListener = (context: ListenerContext) => void;
