/** What is looked at; kept in the address, so that links and the browser's back button work. */
export type Route =
  | { view: 'app-home' }
  | { view: 'browse' }
  | {
      view: 'conversation';
      /** Id of a conversation; `app` for the person's conversation with the app. */
      channel: string;
      /** `ts` of the root of the thread that is open beside it. */
      thread: string | null;
      /** `ts` of the message a link points at. */
      message: string | null;
    };

const conversation =
  /^#\/(?<channel>app|[CDG][A-Z0-9]+)(?:\/thread\/(?<thread>\d+\.\d+))?(?:\/(?<message>\d+\.\d+))?$/;

export const appRoute: Route = {
  view: 'conversation',
  channel: 'app',
  thread: null,
  message: null,
};

/** The route of an address' hash; the conversation with the app for whatever is no route. */
export function parseRoute(hash: string): Route {
  if (hash === '#/app/home') return { view: 'app-home' };
  if (hash === '#/browse') return { view: 'browse' };
  const groups = conversation.exec(hash)?.groups;
  if (groups === undefined) return appRoute;
  const { channel = 'app', thread = null, message = null } = groups;
  return { view: 'conversation', channel, thread: thread ?? null, message: message ?? null };
}

/** The hash of a route, from `#` on. */
export function formatRoute(route: Route): string {
  if (route.view === 'app-home') return '#/app/home';
  if (route.view === 'browse') return '#/browse';
  const thread = route.thread === null ? '' : `/thread/${route.thread}`;
  const message = route.message === null ? '' : `/${route.message}`;
  return `#/${route.channel}${thread}${message}`;
}

/** The route of a conversation. */
export const conversationRoute = (channel: string, thread: string | null = null): Route => ({
  view: 'conversation',
  channel,
  thread,
  message: null,
});
