import type { Messenger, OutgoingMessage, Place } from '../../src/messaging/index.ts';

/** What becomes of one post: an error before it takes effect, or after. */
export interface PostFault {
  error: Error;
  posted: boolean;
}

/** A messenger that keeps what it posts and fails as it is told to. */
export interface MemoryMessenger extends Messenger {
  posted: (OutgoingMessage & { id: string })[];
  statuses: { place: Place; text: string }[];
  /** Looked up, in order: delivery ids. */
  lookedUp: string[];
  postFaults: PostFault[];
  findFaults: Error[];
}

export function createMemoryMessenger(): MemoryMessenger {
  const messenger: MemoryMessenger = {
    posted: [],
    statuses: [],
    lookedUp: [],
    postFaults: [],
    findFaults: [],
    async post(message) {
      const fault = messenger.postFaults.shift();
      if (fault !== undefined && !fault.posted) throw fault.error;
      const id = `${messenger.posted.length + 1}.000000`;
      messenger.posted.push({ ...message, id });
      if (fault !== undefined) throw fault.error;
      return id;
    },
    async find({ deliveryId, channel, thread }) {
      messenger.lookedUp.push(deliveryId);
      const fault = messenger.findFaults.shift();
      if (fault !== undefined) throw fault;
      const found = messenger.posted.find(
        (message) =>
          message.deliveryId === deliveryId &&
          message.channel === channel &&
          message.thread === thread,
      );
      return found?.id ?? null;
    },
    async status(place, text) {
      messenger.statuses.push({ place, text });
    },
  };
  return messenger;
}
