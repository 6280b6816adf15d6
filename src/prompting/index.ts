export * from './chat-model.ts';
export * from './chat-model-error.ts';
export * from './check-chat-model.ts';
export * from './delimit.ts';
export type { Prompt, Prompts } from './prompt.ts';
export * from './read-prompts.ts';
export * from './watch-chat-model.ts';
