import type { AskQuestion, ExchangeStore } from '../../answering/index.ts';
import type { Clock } from '../../clock.ts';
import type { Deliver, DeliveryStore, Inbox, Messenger, Replies } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type { Directory } from '../../people/index.ts';
import type { Summaries } from '../../summaries/index.ts';
import { createDirectConversations, type DirectConversations } from '../direct-conversations.ts';
import type { LibraryView } from '../library-view.ts';
import { createFindChannelStanding, type FindChannelStanding } from '../people/channel-standing.ts';
import { createWriteWanted } from '../reports/write-wanted.ts';
import type { Respond } from '../web/response-address.ts';
import type { WebClients } from '../web/web-clients.ts';
import { type AnswerCommand, createAnswerCommand } from './answer-command.ts';
import { type AnswerInModal, createAnswerInModal } from './answer-in-modal.ts';
import { type AnswerQuestion, createAnswerQuestion } from './answer-question.ts';
import { createAskInTurn } from './ask-in-turn.ts';
import { createRemoveApologies } from './remove-apologies.ts';
import { createReviseAnswer, type ReviseAnswer } from './revise-answer.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createShareAnswer, type ShareAnswer } from './share-answer.ts';
import { createTellPrivately, type TellPrivately } from './tell-privately.ts';
import { createWithdrawAnswer, type WithdrawAnswer } from './withdraw-answer.ts';

export interface AskingOptions {
  ask: AskQuestion;
  summaries: Summaries;
  library: LibraryView;
  exchanges: ExchangeStore;
  directory: Directory;
  messenger: Messenger;
  replies: Replies;
  deliver: Deliver;
  deliveries: DeliveryStore;
  respond: Respond;
  clients: WebClients;
  inbox: Inbox;
  /** Something was stored in the inbox. */
  onStored(): void;
  helpChannel: string | null;
  ownUser: string;
  clock: Clock;
  log: Log;
}

/** What Concord does with questions, however they reach it. */
export interface Asking {
  answerQuestion: AnswerQuestion;
  reviseAnswer: ReviseAnswer;
  withdrawAnswer: WithdrawAnswer;
  answerCommand: AnswerCommand;
  shareAnswer: ShareAnswer;
  answerInModal: AnswerInModal;
  sessions: Sessions;
  standingIn: FindChannelStanding;
  tellPrivately: TellPrivately;
  directConversations: DirectConversations;
}

export function createAsking(given: AskingOptions): Asking {
  const writeWanted = createWriteWanted(given);
  const options = { ...given, writeWanted, ask: createAskInTurn(given.ask) };
  const { clients, clock, log } = options;
  const client = clients.reading;
  const directConversations = createDirectConversations(clients);
  const standingIn = createFindChannelStanding(clients, log);
  const sessions = createSessions({ client: clients.writing, clock, log });
  const tell = createTellPrivately({ ...options, directConversations });
  const answerQuestion = createAnswerQuestion({ ...options, sessions });
  const removeApologies = createRemoveApologies(options);
  return {
    answerQuestion,
    reviseAnswer: createReviseAnswer({ ...options, answerQuestion, removeApologies }),
    withdrawAnswer: createWithdrawAnswer({ ...options, removeApologies, client }),
    answerCommand: createAnswerCommand({ ...options, standingIn, tell }),
    shareAnswer: createShareAnswer(options),
    answerInModal: createAnswerInModal({ ...options, answerQuestion, directConversations, client }),
    sessions,
    standingIn,
    tellPrivately: tell,
    directConversations,
  };
}
