export * from './chat-model.ts';
export * from './chat-model-error.ts';
