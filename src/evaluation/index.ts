export * from './answers-set.ts';
export * from './data-set-error.ts';
export * from './golden-questions.ts';
export * from './random.ts';
export * from './retrieval-set.ts';
