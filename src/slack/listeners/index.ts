import { listenToRevocation } from './access-revoked.ts';
import { listenToOpenings } from './app-home-opened.ts';
import { listenToAskCommand } from './ask-command.ts';
import { listenToExamples } from './ask-example.ts';
import { listenToAskShortcuts } from './ask-shortcut.ts';
import { listenToLibraryBrowser } from './browse-library.ts';
import { listenToDigestChoices } from './choose-digest.ts';
import { listenToCompareCommand } from './compare-command.ts';
import { listenToComparisonForm } from './compare-form.ts';
import { listenToDataDeletion } from './delete-my-data.ts';
import { listenToDirectMessages } from './direct-message.ts';
import { listenToFeedbackReasons } from './feedback-reason.ts';
import { listenToFeedback } from './give-feedback.ts';
import { listenToHomeTab } from './home-tab.ts';
import type { RegisterListener } from './listener.ts';
import { listenToJoins } from './member-joined-channel.ts';
import { listenToMentions } from './mention.ts';
import { listenToEdits } from './message-changed.ts';
import { listenToDeletions } from './message-deleted.ts';
import { listenToNoticeActions } from './notice-actions.ts';
import { listenToNoticeApproval } from './notice-approval.ts';
import { listenToSeriesCallOff } from './notice-call-off.ts';
import { listenToNoticeCommand } from './notice-command.ts';
import { listenToNoticeForms } from './notice-forms.ts';
import { listenToMaterials } from './notice-materials.ts';
import { listenToNoticeMenus } from './notice-options.ts';
import { listenToNoticePreview } from './notice-preview.ts';
import { listenToNoticeShortcut } from './notice-shortcut.ts';
import { listenToOwnCalendars } from './own-calendar.ts';
import { listenToSessionReplies } from './reply-to-session.ts';
import { listenToReportActions } from './report-actions.ts';
import { listenToNoticeRetries } from './retry-notice.ts';
import { listenToCalendarButtons } from './send-calendar-file.ts';
import { listenToSharing } from './share-answer.ts';
import { listenToAttendees } from './show-attendees.ts';
import { listenToShowQuote } from './show-quote.ts';
import { listenToSummariseCommand } from './summarise-command.ts';
import { listenToFileSummaries } from './summarise-file.ts';
import { listenToSummaryForm } from './summarise-form.ts';
import { listenToPapers } from './summarise-papers.ts';
import { listenToSummariseShortcut } from './summarise-shortcut.ts';
import { listenToThreadReplies } from './thread-reply.ts';
import { listenToChangesOfPeople } from './user-change.ts';
import { listenToChangesOfGroups } from './user-groups-changed.ts';

const listeners: readonly RegisterListener[] = [
  listenToDirectMessages,
  listenToMentions,
  listenToThreadReplies,
  listenToEdits,
  listenToDeletions,
  listenToAskCommand,
  listenToAskShortcuts,
  listenToSharing,
  listenToFileSummaries,
  listenToPapers,
  listenToSummariseCommand,
  listenToSummaryForm,
  listenToCompareCommand,
  listenToComparisonForm,
  listenToSummariseShortcut,
  listenToReportActions,
  listenToOpenings,
  listenToShowQuote,
  listenToFeedback,
  listenToFeedbackReasons,
  listenToHomeTab,
  listenToExamples,
  listenToLibraryBrowser,
  listenToDataDeletion,
  listenToDigestChoices,
  listenToSessionReplies,
  listenToCalendarButtons,
  listenToOwnCalendars,
  listenToNoticeRetries,
  listenToAttendees,
  listenToNoticeCommand,
  listenToNoticeShortcut,
  listenToNoticeForms,
  listenToNoticeMenus,
  listenToNoticePreview,
  listenToNoticeActions,
  listenToNoticeApproval,
  listenToSeriesCallOff,
  listenToMaterials,
  listenToJoins,
  listenToChangesOfPeople,
  listenToChangesOfGroups,
  listenToRevocation,
];

export const registerListeners: RegisterListener = (context) => {
  for (const register of listeners) register(context);
};
