import { dayInWords } from '../../observability/describe-operator-event.ts';
import type { Exchange } from '../exchange.ts';
import type { ModelRunFailure } from './model-run.ts';

export interface FailureWords {
  /** What happened, as after "because". */
  why: string;
  /** Whether asking again helps. */
  again: string;
}

const mayHelp = 'Asking again may help.';
const laterMayHelp = 'Asking again later may help.';

/** Why a model could not be used. */
export const failureWords: Readonly<Record<Exclude<ModelRunFailure, 'over-budget'>, FailureWords>> =
  {
    unavailable: { why: 'its service cannot be reached at the moment', again: laterMayHelp },
    'rate-limited': {
      why: 'its service takes no more questions at the moment',
      again: laterMayHelp,
    },
    misconfigured: {
      why: 'its service refuses what Concord sends',
      again: 'Asking again does not help until those who run Concord have mended that.',
    },
    refused: { why: 'it declined to answer', again: 'Asking in other words may help.' },
    filtered: {
      why: 'a filter of its service withheld what it wrote',
      again: 'Asking in other words may help.',
    },
    'timed-out': { why: 'it took too long', again: mayHelp },
    'cut-off': { why: 'the connection to it was lost', again: mayHelp },
    length: { why: 'its answer grew too long', again: 'Asking a narrower question may help.' },
    malformed: { why: 'what it wrote could not be read', again: mayHelp },
  };

const instead = 'so only the library’s own sentences were searched for an answer.';

/**
 * What people are told of a model that did not do its part: what happened, what they see instead and
 * whether asking again helps. Null when there is nothing to tell.
 */
export function modelNote({
  answer,
  modelRun,
}: Pick<Exchange, 'answer' | 'modelRun'>): string | null {
  if (modelRun === null) return null;
  const { failure, offered, budgetUntil } = modelRun;
  const isComposed = answer.kind === 'answer' && answer.composer === 'model';
  if (failure === 'over-budget') {
    // An answer composed before the budget was spent is given again whole.
    if (isComposed) return null;
    const until = budgetUntil === null ? 'for now' : `until ${dayInWords(budgetUntil)} (UTC)`;
    return `The budget for the language model is used up ${until}, ${instead}`;
  }
  if (failure !== null) {
    const { why, again } = failureWords[failure];
    return isComposed
      ? `The language model broke off: this answer may be incomplete. ${capitalised(why)}. ${again}`
      : `The language model could not be used, because ${why}, ${instead} ${again}`;
  }
  return !isComposed && offered > 0
    ? `Nothing the language model wrote could be verified, ${instead} ${mayHelp}`
    : null;
}

function capitalised(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
