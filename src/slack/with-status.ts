import type { Messenger, Pause } from '../messaging/index.ts';
import type { Addressed } from './reply.ts';

/** Slack takes a status away after two minutes. */
const refreshMs = 90_000;
/** How long a finished answer waits for a status that is still on its way. */
const mostWaitMs = 1_000;

/**
 * Shows a status while an answer is prepared. Slack takes it away when the reply arrives; after
 * silence, an error, or when the status itself came late, it is cleared.
 *
 * @param reply returns whether anything was posted.
 */
export async function withStatus<Prepared>(
  options: { messenger: Messenger; pause: Pause; message: Addressed; text: string },
  prepare: () => Promise<Prepared>,
  reply: (prepared: Prepared) => Promise<boolean>,
): Promise<void> {
  const { messenger, pause, message, text } = options;
  const place = { channel: message.channel, thread: message.thread };
  let shown = messenger.status(place, text);
  const refresh = setInterval(() => {
    shown = shown.then(() => messenger.status(place, text));
  }, refreshMs);
  let takenAway = false;
  try {
    const prepared = await prepare();
    clearInterval(refresh);
    const cancel = new AbortController();
    const tooLong = pause(mostWaitMs, cancel.signal).then(
      () => false,
      () => false,
    );
    const inTime = await Promise.race([shown.then(() => true), tooLong]);
    cancel.abort();
    takenAway = (await reply(prepared)) && inTime;
  } finally {
    clearInterval(refresh);
    if (!takenAway) {
      await shown;
      await messenger.status(place, '');
    }
  }
}
