import { PlaygroundError } from '../playground-error.ts';
import { requireConversation } from '../state/find.ts';
import type { Message } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';

export interface ReplyPlace {
  /** Id or name. */
  channel: string;
  /** Only replies in this thread; without it, only messages outside threads. */
  threadTs?: string;
  /** Only messages later than this `ts`. */
  after?: string;
  /** What else the message has to be; asked again after every change to it. */
  until?: (message: Message) => boolean;
}

/**
 * Waits for the app to say something, or finds what it has said already. A message that is still
 * being streamed counts once it is finished.
 *
 * @param timeoutMs real time.
 * @throws {PlaygroundError} `playground-no-reply` after that.
 */
export function waitForReply(
  workspace: Workspace,
  place: ReplyPlace,
  timeoutMs: number,
): Promise<Message> {
  const conversation = requireConversation(workspace, place.channel);
  const fits = (message: Message): boolean =>
    message.isFromApp &&
    message.threadTs === (place.threadTs ?? null) &&
    message.stream?.state !== 'in_progress' &&
    (place.after === undefined || message.ts > place.after) &&
    (place.until?.(message) ?? true);
  const find = (): Message | undefined =>
    workspace.state.conversations[conversation.id]?.messages.find(fits);

  return new Promise((resolve, reject) => {
    const existing = find();
    if (existing !== undefined) {
      resolve(existing);
      return;
    }
    const timer = setTimeout(() => {
      stop();
      const where = `${conversation.name || conversation.id} ${place.threadTs ?? ''}`.trim();
      reject(
        new PlaygroundError('playground-no-reply', `no reply in ${where} after ${timeoutMs} ms`, {
          details: { ...place, timeoutMs },
        }),
      );
    }, timeoutMs);
    const stop = workspace.onChange(() => {
      const message = find();
      if (message === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(message);
    });
  });
}
