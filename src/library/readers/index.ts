export * from './document-readers.ts';
export * from './plain-text-blocks.ts';
export * from './read-error.ts';
export * from './read-limits.ts';
export * from './readable-extensions.ts';
