import type { SocketModeReceiver } from '@slack/bolt';

type SocketClient = Pick<SocketModeReceiver['client'], 'start'>;

/**
 * Catches what goes wrong when the socket client connects again by itself. It leaves that promise
 * to nobody, so that a refused token, or merely stopping meanwhile, would end the process.
 *
 * @param onLost called with the reason when the client has given up; not when it was stopped.
 */
export function guardReconnection(client: SocketClient, onLost: (reason: unknown) => void): void {
  const connect = client.start.bind(client);
  let isFirst = true;
  client.start = async () => {
    if (isFirst) {
      const response = await connect();
      isFirst = false;
      return response;
    }
    try {
      return await connect();
    } catch (reason) {
      // Stopping rejects without a reason.
      if (reason !== undefined) onLost(reason);
      return { ok: false };
    }
  };
}
