import { StatementSync } from 'node:sqlite';
import { WebSocket } from 'ws';
import { operatorEventText } from '../../src/observability/describe-operator-event.ts';
import type { OperatorEvent } from '../../src/observability/operator-event.ts';
import type { PrivateTexts } from './private-texts.ts';

const storesJson = /^insert into "(?:inbox_events|exchanges)"/;
const storesOperatorEvent = /^insert into "operator_events"/;
const storesText = /^insert into "(?:exchanges|feedback)"/;

let watching: PrivateTexts | null = null;

/**
 * Notes what people write and are told where it passes in any case: what the local Slack sends to
 * the app, and what is stored of questions, answers and feedback. Only the texts given last are added
 * to: those of the test file that runs.
 */
export function watchPrivateTexts(texts: PrivateTexts): void {
  const isFirst = watching === null;
  watching = texts;
  if (!isFirst) return;
  const noteJson = (text: string): void => {
    const parsed = parseJson(text);
    if (parsed !== null) watching?.addFrom(parsed);
  };
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (this: WebSocket, ...given: unknown[]) {
    noteJson(String(given[0]));
    return Reflect.apply(send, this, given);
  } as typeof send;

  const { run } = StatementSync.prototype;
  StatementSync.prototype.run = function (this: StatementSync, ...given: unknown[]) {
    for (const value of given.filter((each) => typeof each === 'string')) {
      if (storesJson.test(this.sourceSQL)) noteJson(value);
      const event = storesOperatorEvent.test(this.sourceSQL) ? parseJson(value) : null;
      if (event !== null) watching?.allow(operatorEventText(event as OperatorEvent));
      // Ids, codes and conversations have no spaces.
      if (storesText.test(this.sourceSQL) && /\s/.test(value) && !/^[[{]/.test(value))
        watching?.add(value);
    }
    return Reflect.apply(run, this, given);
  } as typeof run;
}

/** Null for what is no JSON of an object. */
function parseJson(text: string): object | null {
  if (!/^[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}
