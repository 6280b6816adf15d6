export { createSlackApp, type SlackApp } from './create-slack-app.ts';
export type { LibraryFreshness, LibraryView } from './library-view.ts';
export { createNoticeMessages } from './notices/notice-messages.ts';
export type { NoticesInSlack } from './notices/notices-in-slack.ts';
export { openFindPermalink } from './notices/permalinks.ts';
export type { SlackAppOptions } from './slack-app-options.ts';
export { defaultTimings, type SlackTimings } from './timings.ts';
export { type ConnectionFinding, checkConnection } from './web/check-connection.ts';
export { type FindChannel, openFindChannel } from './web/find-channel.ts';
