import type { Messenger } from '../../messaging/index.ts';

/** Slack takes a status away after two minutes. */
const refreshMs = 90_000;

/** The line under a conversation that says what Concord is doing. */
export interface ProgressStatus {
  /** Says something else from now on. Calls do not wait for each other: the latest is shown. */
  show(text: string): void;
  /** A reply is about to be shown, with which Slack takes the status away: nothing more is said. */
  pause(): void;
  /**
   * The question is dealt with. Takes away what Slack does not, because nothing was posted or the
   * status came after the reply.
   */
  close(replied: boolean): Promise<void>;
}

/** Nothing is shown before `show`. */
export function createProgressStatus(
  messenger: Messenger,
  place: { channel: string; thread: string },
): ProgressStatus {
  let wanted: string | null = null;
  let sending: Promise<void> | null = null;
  let shown = false;
  let late = false;

  async function send(): Promise<void> {
    for (let sent: string | null = null; wanted !== null && wanted !== sent; ) {
      sent = wanted;
      shown = true;
      await messenger.status(place, sent);
    }
    sending = null;
  }

  const refresh = setInterval(() => {
    if (wanted !== null && sending === null) sending = send();
  }, refreshMs);

  function pause(): void {
    wanted = null;
    late ||= sending !== null;
  }

  return {
    show(text) {
      wanted = text;
      sending ??= send();
    },
    pause,
    async close(replied) {
      clearInterval(refresh);
      pause();
      await sending;
      if (shown && (late || !replied)) await messenger.status(place, '');
    },
  };
}
