import type { EphemeralMessage, Message } from '../../state/messages.ts';
import { dayOf, millisecondsOf } from '../client/time.ts';

/** One line of a conversation, from top to bottom. */
export type Row =
  | { kind: 'day'; key: string; ts: string }
  | { kind: 'new'; key: string }
  | {
      kind: 'message';
      key: string;
      message: Message;
      /** Follows one of the same author closely: name and picture are not repeated. */
      isContinuation: boolean;
    }
  | { kind: 'ephemeral'; key: string; message: EphemeralMessage };

export interface RowsInput {
  /** What is shown, ascending by `ts`. */
  messages: readonly Message[];
  /** What only the person sees here, ascending by `ts`. */
  ephemeral: readonly EphemeralMessage[];
  /** The person's IANA zone, in which days begin. */
  timeZone: string;
  /** `ts` after which messages were new when the person came; null for no divider. */
  newAfter: string | null;
  me: string;
}

const closeMs = 5 * 60_000;

const isMessage = (item: Message | EphemeralMessage): item is Message => !('visibleTo' in item);

function follows(before: Message, message: Message): boolean {
  return (
    before.user === message.user &&
    before.subtype === null &&
    message.subtype === null &&
    millisecondsOf(message.ts) - millisecondsOf(before.ts) < closeMs
  );
}

/** Lays out a conversation: days, the line above what is new, messages and ephemeral ones. */
export function layOutRows(input: RowsInput): Row[] {
  const { timeZone, newAfter, me } = input;
  const items = [...input.messages, ...input.ephemeral].toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  const rows: Row[] = [];
  let day = '';
  let isNewMarked = newAfter === null;
  for (const item of items) {
    const itemDay = dayOf(millisecondsOf(item.ts), timeZone);
    if (itemDay !== day) rows.push({ kind: 'day', key: `day-${itemDay}`, ts: item.ts });
    day = itemDay;
    if (!isNewMarked && isMessage(item) && item.user !== me && item.ts > (newAfter ?? '')) {
      rows.push({ kind: 'new', key: 'new' });
      isNewMarked = true;
    }
    if (!isMessage(item)) {
      rows.push({ kind: 'ephemeral', key: item.ts, message: item });
      continue;
    }
    const last = rows.at(-1);
    const isContinuation = last?.kind === 'message' && follows(last.message, item);
    rows.push({ kind: 'message', key: item.ts, message: item, isContinuation });
  }
  return rows;
}
