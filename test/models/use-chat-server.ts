import { afterEach } from 'vitest';
import { type ChatServer, startChatServer } from './chat-server.ts';

/** Starts servers that are closed after the test. */
export function useChatServer(): typeof startChatServer {
  const started: ChatServer[] = [];
  afterEach(async () => {
    for (const server of started.splice(0)) await server.close();
  });
  return async (answer) => {
    const server = await startChatServer(answer);
    started.push(server);
    return server;
  };
}
