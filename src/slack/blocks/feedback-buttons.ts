import { type FeedbackVerdict, feedbackVerdicts } from '../../answering/index.ts';
import type { Piece } from './piece.ts';
import { plainTextObject } from './plain-text.ts';

export const feedbackActionId = 'give-feedback';

/** Buttons under an answer with which people say what they think of it. */
export function feedbackButtons(exchangeId: string): Piece {
  const element = {
    type: 'feedback_buttons',
    action_id: feedbackActionId,
    positive_button: {
      text: plainTextObject('Helpful', 75),
      accessibility_label: 'This answer is helpful',
      value: feedbackValue(exchangeId, 'helpful'),
    },
    negative_button: {
      text: plainTextObject('Not helpful', 75),
      accessibility_label: 'This answer is not helpful, and you can say why',
      value: feedbackValue(exchangeId, 'not-helpful'),
    },
  };
  const block = { type: 'context_actions', elements: [element] };
  return { block, text: '', staysWithPrevious: true };
}

function feedbackValue(exchangeId: string, verdict: FeedbackVerdict): string {
  return `${exchangeId}:${verdict}`;
}

/** Reads the value of a feedback button; null when it is none of ours. */
export function readFeedbackValue(
  value: string,
): { exchangeId: string; verdict: FeedbackVerdict } | null {
  const verdict = feedbackVerdicts.find((candidate) => value.endsWith(`:${candidate}`));
  if (verdict === undefined) return null;
  const exchangeId = value.slice(0, -verdict.length - 1);
  return exchangeId === '' ? null : { exchangeId, verdict };
}
