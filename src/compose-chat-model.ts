import type { Config } from './config.ts';
import { OpenAiChatModel } from './models/openai-chat-model.ts';
import type { ChatModel } from './prompting/index.ts';

/** The model that the configuration names; null when it names none. Nothing is called yet. */
export function composeChatModel({ chat }: Pick<Config, 'chat'>): ChatModel | null {
  return chat === null ? null : new OpenAiChatModel(chat);
}
