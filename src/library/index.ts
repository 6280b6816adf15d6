export * from './document.ts';
export * from './passage.ts';
export * from './publication.ts';
