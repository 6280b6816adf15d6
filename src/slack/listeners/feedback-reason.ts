import { z } from 'zod';
import { type Feedback, feedbackReasons, redactIdentifiers } from '../../answering/index.ts';
import {
  feedbackInputs,
  feedbackViewId,
  mostNoteCharacters,
  wholeAnswer,
} from '../blocks/feedback-view.ts';
import { messageView } from '../blocks/message-view.ts';
import type { InteractionView } from '../interactions/interaction.ts';
import { listenToSubmission } from '../interactions/listen-to-submission.ts';
import type { RegisterListener } from './listener.ts';

const form = z.object({
  [feedbackInputs.reason]: z.object({
    [feedbackInputs.reason]: z.object({
      selected_option: z.object({ value: z.enum(feedbackReasons) }),
    }),
  }),
  [feedbackInputs.citation]: z
    .object({
      [feedbackInputs.citation]: z.object({ selected_option: z.object({ value: z.string() }) }),
    })
    .optional(),
  [feedbackInputs.note]: z.object({
    [feedbackInputs.note]: z.object({ value: z.string().nullish() }),
  }),
});

const saved =
  'Thank you. Your reason is saved with the answer, for those who look after the library. You can change it: press “Not helpful” again.';
const deleted = 'The record of this answer was deleted, so nothing can be saved about it.';

/** Keeps why an answer was not helpful, with the citation it is about. */
export const listenToFeedbackReasons: RegisterListener = (context) => {
  const options = {
    callbackId: feedbackViewId,
    interaction: 'feedback-reason',
    failed: 'Your reason could not be saved; that the answer was not helpful is.',
  };
  listenToSubmission(context, options, async ({ person, view }) => {
    const read = view === null ? null : readForm(view, { person, now: context.clock.now() });
    if (read === null) {
      return { errors: { [feedbackInputs.reason]: 'Please choose one of these.' } };
    }
    if ('errors' in read) return read;
    const exchange = await context.exchanges.find(read.exchangeId);
    const sources = exchange?.answer.kind === 'answer' ? exchange.answer.sources : [];
    const isKnown = sources.some(({ number }) => number === read.citation);
    const isSaved = await context.feedback.save({
      ...read,
      citation: isKnown ? read.citation : null,
    });
    if (!isSaved) return { view: messageView('Not saved', deleted) };
    context.log.info({ exchange_id: read.exchangeId, reason: read.reason }, 'feedback-explained');
    return { view: messageView('Saved', saved) };
  });
};

function readForm(
  { metadata: exchangeId, values }: InteractionView,
  { person, now }: { person: string; now: number },
): Feedback | { errors: Record<string, string> } | null {
  const parsed = form.safeParse(values);
  if (!parsed.success) return null;
  const { reason, citation, note } = parsed.data;
  const written = note.note.value?.trim() ?? '';
  if (written.length > mostNoteCharacters) {
    const tooLong = `Please use at most ${mostNoteCharacters} characters; these are ${written.length}.`;
    return { errors: { [feedbackInputs.note]: tooLong } };
  }
  const about = citation?.citation.selected_option.value ?? wholeAnswer;
  return {
    exchangeId,
    person,
    verdict: 'not-helpful',
    reason: reason.reason.selected_option.value,
    citation: about === wholeAnswer ? null : Number(about),
    note: written === '' ? null : redactIdentifiers(written).text,
    givenAt: now,
  };
}
