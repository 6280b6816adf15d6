import { type FocusEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { EphemeralMessage, Message } from '../../state/messages.ts';
import { dayName, millisecondsOf } from '../client/time.ts';
import { pageContext, usePage } from '../client/use-page.ts';
import { useTimeZone } from '../client/use-time-zone.ts';
import { useWorkspaceTime } from '../client/use-workspace-time.ts';
import { Icon } from '../shell/icon.tsx';
import { useArrowKeys } from '../shell/use-arrow-keys.ts';
import { EphemeralRow } from './ephemeral-row.tsx';
import { MessageRow } from './message-row.tsx';
import { layOutRows } from './rows.ts';
import type { ThreadSummary } from './threads.ts';
import { useRecent } from './use-recent.ts';
import { useRowPage } from './use-row-page.ts';
import { useStickyScroll } from './use-sticky-scroll.ts';

export interface MessageListProps {
  /** Tells lists apart: another one begins at its end again. */
  place: string;
  label: string;
  messages: readonly Message[];
  ephemeral: readonly EphemeralMessage[];
  /** By the `ts` of the root. */
  summaries: ReadonlyMap<string, ThreadSummary>;
  inThread: boolean;
  newAfter: string | null;
  /** `ts` of the message a link points at. */
  target: string | null;
  /** Below the first message, e.g. how many replies it has. */
  afterFirst?: ReactNode;
  /** Above the first message. */
  beginning: ReactNode;
  /** Below the last one. */
  end: ReactNode;
  /** Told whether the end is in view. */
  onSeeEnd(isAtEnd: boolean): void;
}

/** A conversation, or a thread, that scrolls. */
export function MessageList(props: MessageListProps) {
  const {
    place,
    label,
    messages,
    ephemeral,
    inThread,
    newAfter,
    target,
    afterFirst,
    beginning,
    end,
  } = props;
  const { page } = usePage();
  const rowPage = useRowPage();
  const timeZone = useTimeZone();
  const { recent, hasEarlier, showEarlier } = useRecent(messages, target);
  const rows = useMemo(
    () => layOutRows({ messages: recent, ephemeral, timeZone, newAfter, me: page.me }),
    [recent, ephemeral, timeZone, newAfter, page.me],
  );
  const startAt = target === null ? '.new-line' : `[data-ts="${target}"]`;
  const scroll = useStickyScroll(`${place} ${target}`, startAt, props.onSeeEnd);
  const { toEnd } = scroll;
  const lastOwn = messages.findLast(({ user }) => user === page.me)?.ts;
  const ownBefore = useRef(lastOwn);
  useEffect(() => {
    // Whoever says something wants to see it.
    if (lastOwn !== undefined && lastOwn > (ownBefore.current ?? '')) toEnd();
    ownBefore.current = lastOwn;
  }, [lastOwn, toEnd]);
  const [active, setActive] = useState<string | null>(null);
  const last = messages.at(-1)?.ts;
  const tabStop = messages.some(({ ts }) => ts === active) ? active : last;
  const onKeyDown = useArrowKeys('.message[tabindex]');
  const onFocus = (event: FocusEvent): void => {
    const { ts } = (event.target as HTMLElement).dataset;
    if (ts !== undefined) setActive(ts);
  };
  return (
    <div className="messages">
      <div ref={scroll.scroller} className="messages-scroller">
        <div ref={scroll.content} className="messages-content">
          {hasEarlier ? (
            <button type="button" className="button messages-earlier" onClick={showEarlier}>
              Show earlier messages
            </button>
          ) : (
            beginning
          )}
          <pageContext.Provider value={rowPage}>
            <ul
              className="messages-list"
              aria-label={label}
              onKeyDown={onKeyDown}
              onFocus={onFocus}
            >
              {rows.map((row, index) => {
                // In a thread only a change of day is worth a line.
                if (row.kind === 'day') {
                  return inThread && index === 0 ? null : <DayLine key={row.key} ts={row.ts} />;
                }
                if (row.kind === 'new') return <NewLine key={row.key} />;
                if (row.kind === 'ephemeral') {
                  return <EphemeralRow key={row.key} message={row.message} />;
                }
                const line = (
                  <MessageRow
                    key={row.key}
                    message={row.message}
                    isContinuation={row.isContinuation}
                    summary={inThread ? undefined : props.summaries.get(row.message.ts)}
                    inThread={inThread}
                    isTarget={row.message.ts === target}
                    isTabStop={row.message.ts === tabStop}
                  />
                );
                const isFirst = row.message === messages[0];
                return isFirst && afterFirst !== undefined ? [line, afterFirst] : line;
              })}
            </ul>
          </pageContext.Provider>
          {end}
        </div>
      </div>
      {scroll.isAtEnd || (
        <button type="button" className="button messages-jump" onClick={scroll.toEnd}>
          <Icon name="arrowDown" size={16} />
          Jump to latest
        </button>
      )}
    </div>
  );
}

function DayLine({ ts }: { ts: string }) {
  const now = useWorkspaceTime(60_000);
  const zone = useTimeZone();
  return (
    <li className="day-line">
      <h3 className="day-name">{dayName(millisecondsOf(ts), now, zone)}</h3>
    </li>
  );
}

function NewLine() {
  return (
    <li className="new-line">
      <span>New</span>
    </li>
  );
}
