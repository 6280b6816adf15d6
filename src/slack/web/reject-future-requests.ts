import type { HTTPReceiver } from '@slack/bolt';
import type { Clock } from '../../clock.ts';

/** Clocks of two machines that are kept right differ by less. */
const toleranceSeconds = 60;

/**
 * Makes the receiver refuse requests dated in the future. Bolt refuses those older than five
 * minutes only, so a captured request with a late date could be used again until then.
 */
export function rejectFutureRequests(receiver: HTTPReceiver, clock: Clock): void {
  const listener = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const header = request.headers['x-slack-request-timestamp'];
    const sentAt = typeof header === 'string' ? Number(header) : 0;
    if (sentAt > clock.now() / 1_000 + toleranceSeconds) {
      response.writeHead(401);
      response.end();
      return;
    }
    listener(request, response);
  };
}
