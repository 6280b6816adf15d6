import { failureWords, type ModelRun } from '../../answering/index.ts';
import { dayInWords } from '../../observability/describe-operator-event.ts';

const instead = 'so these are the publication’s own sentences.';

/**
 * What people are told of a report in which a model did not do its part; null when there is nothing
 * to tell.
 *
 * @param isComposed Whether the report is the model's, if perhaps not all of it.
 */
export function modelNoteOf(run: ModelRun | null, isComposed: boolean): string | null {
  if (run === null) return null;
  const { failure, budgetUntil } = run;
  if (failure === 'over-budget') {
    const until = budgetUntil === null ? 'for now' : `until ${dayInWords(budgetUntil)} (UTC)`;
    return `The budget for the language model is used up ${until}, or what is left of it is too little for this, ${instead}`;
  }
  if (failure !== null) {
    const { why, again } = failureWords[failure];
    return isComposed
      ? `The language model broke off, because ${why}: this may be incomplete. ${again}`
      : `The language model could not be used, because ${why}, ${instead} ${again}`;
  }
  if (isComposed) return null;
  return `Nothing the language model wrote could be verified, ${instead} Asking again may help.`;
}
