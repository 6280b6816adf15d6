export * from './answer.ts';
export * from './exchange.ts';
