export * from './read-publication.ts';
export * from './report.ts';
export * from './report-progress.ts';
export * from './report-refused.ts';
export * from './report-store.ts';
export * from './summaries.ts';
export * from './summary.ts';
