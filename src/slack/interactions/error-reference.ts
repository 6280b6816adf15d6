import { randomBytes } from 'node:crypto';
import { describeError, MessageRejected, stackOf } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { toMessengerError } from '../web/messenger-error.ts';

/** What somebody is told when what they did failed. */
export interface Failure {
  /** Whole sentences, plain: what failed, whether to try again, the reference. */
  text: string;
  /** What people quote and the operator searches the log for. */
  reference: string;
}

export interface GuardedWork {
  log: Log;
  /** What the person did, for the log: `quote-show`. */
  interaction: string;
  /** Says to the person what failed: `The quote could not be shown.` */
  failed: string;
  /** Id or name of the channel where people answer; null when there is none. */
  helpChannel: string | null;
  tell(failure: Failure): Promise<void>;
}

/**
 * Does what a person asked for by a button, a command or a form. When it fails, the log gets a
 * reference with the kind of the error, never its message, and the person is told what failed,
 * whether to try again, and the reference. Never throws.
 */
export async function withErrorReference(
  { log, interaction, failed, helpChannel, tell }: GuardedWork,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reference = `C-${randomBytes(4).toString('hex')}`;
    const reason = describeError(error);
    log.error({ reference, interaction, reason, stack: stackOf(error) }, 'interaction-failed');
    const advice = adviceFor(error, helpChannel);
    await tell({ text: `${failed} ${advice} Reference: ${reference}`, reference }).catch(
      (untold: unknown) => {
        log.warn({ reference, reason: describeError(untold) }, 'failure-untold');
      },
    );
  }
}

/** A refusal stays one; everything else may well be over in a moment. */
function adviceFor(error: unknown, helpChannel: string | null): string {
  const meaning = error instanceof MessageRejected ? error : toMessengerError(error);
  const isRefusal = meaning instanceof MessageRejected;
  const help = helpChannel === null ? 'tell whoever looks after Concord' : 'ask for help';
  return isRefusal
    ? `Trying again will not help: please ${help}.`
    : `Please try again in a moment; if it fails twice, ${help}.`;
}
