export * from './allowed.ts';
export * from './audience.ts';
export * from './directory.ts';
export * from './personal-data.ts';
