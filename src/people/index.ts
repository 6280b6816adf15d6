export * from './audience.ts';
export * from './directory.ts';
