import type { Exchange, ExchangeStore } from '../../answering/index.ts';
import type { DeliveryStore } from '../../messaging/index.ts';
import type { Audience } from '../../people/index.ts';
import { conversationOf } from '../incoming/owed-event.ts';
import { exchangeIdOf } from './exchange-id.ts';

/** An answer that was posted for a whole channel to see. */
export interface PostedAnswer {
  exchange: Exchange;
  channel: string;
  ts: string;
  /** What everybody there may read. */
  audiences: readonly Audience[];
}

/**
 * Lets people follow up below an answer as if it had been asked for there: Concord takes part in the
 * thread that it begins, and remembers what was asked.
 */
export async function beginThread(
  { deliveries, exchanges }: { deliveries: DeliveryStore; exchanges: ExchangeStore },
  { exchange, channel, ts, audiences }: PostedAnswer,
): Promise<void> {
  const conversation = conversationOf({ channel, thread: ts });
  const subject = `thread:${conversation}`;
  const id = exchangeIdOf(subject, '', audiences);
  await exchanges.save({ ...exchange, id, conversation, audiences: [...audiences] });
  const begun = { subject, occasion: 'answer', channel, thread: ts, answers: ts, content: null };
  const delivery = await deliveries.prepare(begun);
  await deliveries.markSent(delivery.id, ts);
}
