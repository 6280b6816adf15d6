export * from './examine-file.ts';
export * from './find-source-files.ts';
export * from './ingest-library.ts';
export * from './ingest-parts.ts';
export * from './ingest-report.ts';
