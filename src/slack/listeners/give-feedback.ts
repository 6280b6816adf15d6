import type { Exchange, Feedback } from '../../answering/index.ts';
import { isAllowed } from '../../people/index.ts';
import { feedbackActionId, readFeedbackValue } from '../blocks/feedback-buttons.ts';
import { feedbackView, type NamedSource } from '../blocks/feedback-view.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const texts = {
  helpful: 'Thank you. You found this answer helpful, and that is saved.',
  tooLate: 'Saved: you found this answer not helpful. To say why, press “Not helpful” again.',
  deleted: 'The record of this answer was deleted, so nothing can be saved about it.',
  unreadable: 'This button is from another version of Concord. Please ask the question again.',
};

/**
 * Keeps what somebody thinks of an answer, first of all; then thanks them or asks what is the
 * matter. The last press counts. What was said before about an answer that was not helpful stays
 * until it is said anew.
 */
export const listenToFeedback: RegisterListener = (context) => {
  const options = {
    actionId: feedbackActionId,
    interaction: 'feedback-give',
    failed: 'Your feedback could not be saved.',
  };
  listenToAction(context, options, async ({ person, value }, reply) => {
    const read = readFeedbackValue(value);
    if (read === null) return reply.tell(texts.unreadable);
    const { exchangeId, verdict } = read;
    const { feedback, exchanges, clock, log } = context;
    const before = await feedback.find(exchangeId, person);
    const kept = before !== null && before.verdict === verdict ? before : null;
    const given: Feedback = {
      exchangeId,
      person,
      verdict,
      reason: kept?.reason ?? null,
      citation: kept?.citation ?? null,
      note: kept?.note ?? null,
      givenAt: clock.now(),
    };
    if (!(await feedback.save(given))) return reply.tell(texts.deleted);
    log.info({ exchange_id: exchangeId, verdict }, 'feedback-saved');
    if (verdict === 'helpful') return reply.tell(texts.helpful);
    const exchange = await exchanges.find(exchangeId);
    if (exchange === null) return reply.tell(texts.deleted);
    const sources = await namedSources(context, person, exchange);
    await reply.open(feedbackView(exchangeId, sources, kept), texts.tooLate);
  });
};

/** The sources of an answer, those with their titles that the person may read now. */
async function namedSources(
  { directory, library }: ListenerContext,
  person: string,
  { answer }: Exchange,
): Promise<NamedSource[]> {
  if (answer.kind !== 'answer') return [];
  return Promise.all(
    answer.sources.map(async (source) => {
      const { audience } = (await library.publication(source.publication.id)) ?? source.publication;
      return { source, named: await isAllowed(directory, person, audience) };
    }),
  );
}
