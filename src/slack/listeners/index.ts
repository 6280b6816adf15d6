import { listenToRevocation } from './access-revoked.ts';
import { listenToOpenings } from './app-home-opened.ts';
import { listenToDirectMessages } from './direct-message.ts';
import { listenToFeedbackReasons } from './feedback-reason.ts';
import { listenToFeedback } from './give-feedback.ts';
import type { RegisterListener } from './listener.ts';
import { listenToJoins } from './member-joined-channel.ts';
import { listenToMentions } from './mention.ts';
import { listenToShowQuote } from './show-quote.ts';
import { listenToThreadReplies } from './thread-reply.ts';
import { listenToChangesOfPeople } from './user-change.ts';
import { listenToChangesOfGroups } from './user-groups-changed.ts';

const listeners: readonly RegisterListener[] = [
  listenToDirectMessages,
  listenToMentions,
  listenToThreadReplies,
  listenToOpenings,
  listenToShowQuote,
  listenToFeedback,
  listenToFeedbackReasons,
  listenToJoins,
  listenToChangesOfPeople,
  listenToChangesOfGroups,
  listenToRevocation,
];

export const registerListeners: RegisterListener = (context) => {
  for (const register of listeners) register(context);
};
