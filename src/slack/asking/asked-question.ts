import type { ReplyAddress } from '../../messaging/index.ts';
import type { Piece } from '../blocks/piece.ts';
import type { IncomingMessage } from '../incoming/incoming-message.ts';
import { conversationOf } from '../incoming/owed-event.ts';
import { questionText } from '../incoming/question-text.ts';
import { subjectOf } from '../reply.ts';

/** A question, with where its reply goes and who may see it. */
export interface AskedQuestion extends ReplyAddress {
  /** Earlier questions of the same conversation give it context. */
  conversation: string;
  user: string;
  /** The workspace they belong to; empty when Slack does not say. */
  team: string;
  /** Nobody but the asker and Concord can read it. */
  isDirect: boolean;
  /** Plain; empty when there are no words. */
  text: string;
  hasFiles: boolean;
  /** Tells its wordings apart; empty for the first. */
  version: string;
  /** Nobody called Concord by name: it may be meant for other people. */
  mayBeForOthers: boolean;
  /** Stands above the answer, such as who asked; null for none. */
  introduction: Piece | null;
}

/** @param version when the message was last edited; empty when it never was. */
export function questionOf(message: IncomingMessage, version = ''): AskedQuestion {
  const { channel, thread, user, team, ts: answers, hasFiles } = message;
  return {
    subject: subjectOf(message),
    conversation: conversationOf(message),
    channel,
    thread,
    answers,
    user,
    team,
    isDirect: message.kind === 'direct',
    text: questionText(message.text),
    hasFiles,
    version,
    mayBeForOthers: message.kind === 'thread-reply',
    introduction: null,
  };
}
