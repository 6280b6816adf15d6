export { createSlackApp, type SlackApp, type SlackAppOptions } from './create-slack-app.ts';
export type { LibraryFreshness, LibraryView } from './library-view.ts';
export { defaultTimings, type SlackTimings } from './timings.ts';
export { type ConnectionFinding, checkConnection } from './web/check-connection.ts';
