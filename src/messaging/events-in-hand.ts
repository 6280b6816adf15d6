import type { DealWithEvent } from './event-handling.ts';
import type { ClaimedEvent } from './inbox.ts';
import { StoppedByPerson } from './messaging-errors.ts';

/** The events a worker deals with at this moment. */
export interface EventsInHand {
  readonly size: number;
  /** Those that have not been in hand for long. */
  readonly recent: number;
  /** Begins to deal with an event. `onRoom` is called when it takes long, and when it is out of hand again. */
  take(event: ClaimedEvent, deal: DealWithEvent, onRoom: () => void): void;
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

/** @param longAfterMs when an event has been in hand for long. */
export function createEventsInHand(longAfterMs: number): EventsInHand {
  const inHand = new Set<InHand>();
  const recent = new Set<InHand>();

  function stopWhere(isMeant: (event: ClaimedEvent) => boolean): void {
    for (const { event, controller } of inHand) {
      if (isMeant(event) && !controller.signal.aborted) controller.abort(new StoppedByPerson());
    }
  }

  return {
    get size() {
      return inHand.size;
    },
    get recent() {
      return recent.size;
    },
    take(event, deal, onRoom) {
      const controller = new AbortController();
      if (event.stopRequested) controller.abort(new StoppedByPerson());
      const task = deal(event, controller.signal).finally(() => {
        clearTimeout(timer);
        inHand.delete(taken);
        recent.delete(taken);
        onRoom();
      });
      const taken: InHand = { event, controller, task };
      const timer = setTimeout(() => {
        recent.delete(taken);
        onRoom();
      }, longAfterMs).unref();
      inHand.add(taken);
      recent.add(taken);
    },
    stop: (eventIds) => stopWhere(({ eventId }) => eventIds.includes(eventId)),
    stopConversation: (wanted) => stopWhere(({ conversation }) => conversation === wanted),
    allEnded: () => Promise.all([...inHand].map(({ task }) => task)),
  };
}
