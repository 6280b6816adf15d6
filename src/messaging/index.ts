export * from './deliver.ts';
export * from './delivery.ts';
export type { Verdict } from './event-handling.ts';
export * from './inbox.ts';
export * from './inbox-worker.ts';
export * from './messaging-errors.ts';
export * from './messenger.ts';
export * from './pacer.ts';
export * from './pause.ts';
