import type { DealWithEvent } from './event-handling.ts';
import type { ClaimedEvent } from './inbox.ts';
import { StoppedByPerson } from './messaging-errors.ts';

/** The events a worker deals with at this moment. */
export interface EventsInHand {
  readonly size: number;
  /** Begins to deal with an event. `onEnd` is called when it is out of hand again. */
  take(event: ClaimedEvent, deal: DealWithEvent, onEnd: () => void): void;
  /** Tells the handling of these events that a person wants it to stop. */
  stop(eventIds: readonly string[]): void;
  stopConversation(conversation: string): void;
  /** Resolves when all that is in hand now has ended. */
  allEnded(): Promise<unknown>;
}

interface InHand {
  event: ClaimedEvent;
  controller: AbortController;
  task: Promise<void>;
}

export function createEventsInHand(): EventsInHand {
  const inHand = new Set<InHand>();

  function stopWhere(isMeant: (event: ClaimedEvent) => boolean): void {
    for (const { event, controller } of inHand) {
      if (isMeant(event) && !controller.signal.aborted) controller.abort(new StoppedByPerson());
    }
  }

  return {
    get size() {
      return inHand.size;
    },
    take(event, deal, onEnd) {
      const controller = new AbortController();
      if (event.stopRequested) controller.abort(new StoppedByPerson());
      const task = deal(event, controller.signal).finally(() => {
        inHand.delete(taken);
        onEnd();
      });
      const taken: InHand = { event, controller, task };
      inHand.add(taken);
    },
    stop: (eventIds) => stopWhere(({ eventId }) => eventIds.includes(eventId)),
    stopConversation: (wanted) => stopWhere(({ conversation }) => conversation === wanted),
    allEnded: () => Promise.all([...inHand].map(({ task }) => task)),
  };
}
