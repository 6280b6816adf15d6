import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AskQuestion } from '../../answering/index.ts';

/**
 * Lets one question begin at each turn of the event loop. Looking up and choosing sentences keeps
 * the process busy for some milliseconds; of a hundred questions that began together, the last
 * would end before anything new from Slack is as much as acknowledged.
 */
export function createAskInTurn(ask: AskQuestion): AskQuestion {
  let last: Promise<unknown> = Promise.resolve();
  return async (request) => {
    const turn = last.then(() => nextTurn());
    last = turn;
    await turn;
    request.signal?.throwIfAborted();
    return ask(request);
  };
}
