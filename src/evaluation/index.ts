export * from './data-set-error.ts';
export * from './golden-questions.ts';
