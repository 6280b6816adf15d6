import {
  type MessageContent,
  type Messenger,
  type Place,
  type Recipient,
  StreamEnded,
} from '../../src/messaging/index.ts';

/** What becomes of one post: an error before it takes effect, or after. */
export interface PostFault {
  error: Error;
  posted: boolean;
}

/** A message as it stands. */
export interface KeptMessage extends Place {
  id: string;
  /** What it can be found by; null as long as it is streamed. */
  deliveryId: string | null;
  content: MessageContent;
  /** Null for one that never was streamed. */
  stream: {
    state: 'open' | 'finished' | 'expired' | 'stopped';
    deliveryId: string;
    recipient: Recipient;
    /** UTC ms. */
    startedAt: number;
    /** Each call's blocks, in order. */
    chunks: object[][];
  } | null;
}

/** Every method that can be made to fail; `status` never does. */
export type FallibleMethod = Exclude<keyof Messenger, 'status'>;

/** A messenger that keeps what it posts and fails as it is told to. */
export interface MemoryMessenger extends Messenger {
  posted: KeptMessage[];
  statuses: { place: Place; text: string }[];
  /** Looked up, in order: delivery ids. */
  lookedUp: string[];
  /** Methods in the order in which they were called, `status` left out. */
  calls: FallibleMethod[];
  postFaults: PostFault[];
  findFaults: Error[];
  /** Asked before each call what is to become of it. */
  faultOf(method: FallibleMethod): PostFault | undefined;
}

const streamLifeMs = 5 * 60_000;

/** @param now the service's own time, UTC ms; streams grow old by it. */
export function createMemoryMessenger(now: () => number = () => 0): MemoryMessenger {
  let count = 0;

  /** Makes a call that may fail before or after its effect. */
  async function call<Result>(method: FallibleMethod, effect: () => Result): Promise<Result> {
    messenger.calls.push(method);
    const fault = messenger.faultOf(method);
    if (fault !== undefined && !fault.posted) throw fault.error;
    const result = effect();
    if (fault !== undefined) throw fault.error;
    return result;
  }

  function keep(message: Omit<KeptMessage, 'id'>): string {
    count += 1;
    const id = `${count}.000000`;
    messenger.posted.push({ ...message, id });
    return id;
  }

  const kept = (messageId: string) => messenger.posted.find(({ id }) => id === messageId);

  function openStream(messageId: string) {
    const message = kept(messageId);
    const stream = message?.stream;
    if (message == null || stream == null) throw new StreamEnded('expired');
    const isOld = now() - stream.startedAt >= streamLifeMs;
    if (stream.state === 'open' && isOld) stream.state = 'expired';
    if (stream.state === 'stopped') throw new StreamEnded('stopped');
    if (stream.state !== 'open') throw new StreamEnded('expired');
    return { message, stream };
  }

  const messenger: MemoryMessenger = {
    posted: [],
    statuses: [],
    lookedUp: [],
    calls: [],
    postFaults: [],
    findFaults: [],
    faultOf: (method) => (method === 'post' ? messenger.postFaults.shift() : undefined),
    post: ({ deliveryId, channel, thread, content }) =>
      call('post', () => keep({ deliveryId, channel, thread, content, stream: null })),
    find: ({ deliveryId, channel, thread }) => {
      messenger.lookedUp.push(deliveryId);
      return call('find', () => {
        const fault = messenger.findFaults.shift();
        if (fault !== undefined) throw fault;
        const found = messenger.posted.find(
          (message) =>
            message.deliveryId === deliveryId &&
            message.channel === channel &&
            message.thread === thread,
        );
        return found?.id ?? null;
      });
    },
    update: ({ messageId, content, deliveryId }) =>
      call('update', () => {
        const message = kept(messageId);
        if (message === undefined) return false;
        message.content = content;
        message.deliveryId = deliveryId ?? message.deliveryId;
        if (message.stream?.state === 'open') message.stream.state = 'finished';
        return true;
      }),
    remove: ({ messageId }) =>
      call('remove', () => {
        messenger.posted = messenger.posted.filter(({ id }) => id !== messageId);
      }),
    startStream: ({ channel, thread, recipient, deliveryId, blocks }) =>
      call('startStream', () => {
        const content = { text: '', blocks: [...blocks] };
        const begun = { deliveryId, recipient, startedAt: now(), chunks: [[...blocks]] };
        const stream = { ...begun, state: 'open' as const };
        return keep({ deliveryId: null, channel, thread, content, stream });
      }),
    appendToStream: ({ messageId }, blocks) =>
      call('appendToStream', () => {
        const { message, stream } = openStream(messageId);
        stream.chunks.push([...blocks]);
        message.content = { text: '', blocks: [...message.content.blocks, ...blocks] };
      }),
    finishStream: ({ messageId }, { deliveryId, blocks }) =>
      call('finishStream', () => {
        const { message, stream } = openStream(messageId);
        stream.state = 'finished';
        message.content = { text: '', blocks: [...message.content.blocks, ...blocks] };
        message.deliveryId = deliveryId;
      }),
    findUnfinished: ({ deliveryId, channel, thread }) =>
      call('findUnfinished', () => {
        const found = messenger.posted.find(
          (message) =>
            message.stream?.deliveryId === deliveryId &&
            message.channel === channel &&
            message.thread === thread,
        );
        return found?.id ?? null;
      }),
    async status(place, text) {
      messenger.statuses.push({ place, text });
    },
  };
  return messenger;
}
