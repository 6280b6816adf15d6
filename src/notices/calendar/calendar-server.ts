import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConcordError } from '../../errors.ts';
import type { Log } from '../../observability/log.ts';
import type { CalendarFeeds } from './calendar-feeds.ts';

export interface CalendarServer {
  port: number;
  close(): Promise<void>;
}

const address = /^\/calendar\/([0-9a-f]{32})\.ics$/;
/** Nothing that is asked for is longer. */
const requestTimeoutMs = 10_000;

/** What keeps addresses out of caches, search engines and other pages' logs. */
const discreet = {
  'cache-control': 'private, max-age=300',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/**
 * Serves calendars at `/calendar/TOKEN.ics`; everything else is not found, whether it never was or
 * was revoked. Addresses are not logged.
 *
 * @param port - 0 for any that is free.
 * @throws {ConcordError} `port-unavailable`.
 */
export async function startCalendarServer(
  feeds: Pick<CalendarFeeds, 'read'>,
  { port, log }: { port: number; log: Log },
): Promise<CalendarServer> {
  const server = createServer({ requestTimeout: requestTimeoutMs }, answer(feeds, log));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new ConcordError('port-unavailable', `port ${port} cannot be used`, {
          cause,
          forPeople: `Calendars cannot be served on port ${port}: ${cause.message}. Set CALENDAR_PORT to another one.`,
        }),
      ),
    );
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(feeds: Pick<CalendarFeeds, 'read'>, log: Log): RequestListener {
  return ({ method, url = '' }, response) => {
    const reply = (status: number, text: string, type: string): void => {
      response.writeHead(status, { ...discreet, 'content-type': `${type}; charset=utf-8` });
      response.end(method === 'HEAD' ? undefined : text);
    };
    const [, token] = address.exec(url.split('?')[0] ?? '') ?? [];
    if (token === undefined || (method !== 'GET' && method !== 'HEAD')) {
      return reply(404, 'Not found', 'text/plain');
    }
    feeds.read(token).then(
      (calendar) =>
        calendar === null
          ? reply(404, 'Not found', 'text/plain')
          : reply(200, calendar, 'text/calendar'),
      (error: unknown) => {
        log.error({ err: error }, 'calendar-not-read');
        reply(503, 'For now the calendar cannot be read', 'text/plain');
      },
    );
  };
}
