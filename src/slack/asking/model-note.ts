import type { Exchange } from '../../answering/index.ts';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What people are told of a model that did not do its part; null when there is nothing to tell. */
export function modelNote({
  answer,
  modelRun,
}: Pick<Exchange, 'answer' | 'modelRun'>): string | null {
  if (modelRun === null) return null;
  const { failure, offered, budgetUntil } = modelRun;
  if (answer.kind === 'answer' && answer.composer === 'model') {
    return failure === null ? null : 'The language model broke off: this answer may be incomplete.';
  }
  if (failure === 'over-budget') {
    const until = budgetUntil === null ? 'for now' : `until ${days.format(budgetUntil)} (UTC)`;
    return `The budget for the language model is used up ${until}, so only the library’s own sentences were searched for an answer.`;
  }
  if (failure !== null) {
    return 'The language model could not be used, so only the library’s own sentences were searched for an answer.';
  }
  return offered > 0
    ? 'Nothing the language model wrote could be verified, so only the library’s own sentences were searched for an answer.'
    : null;
}
