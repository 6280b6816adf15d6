import { useEffect, useState } from 'react';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { useWorkspaceTime } from '../client/use-workspace-time.ts';
import { Icon } from '../shell/icon.tsx';
import type { AgentActivity } from './agent-activity.ts';
import { Dots } from './stream-note.tsx';

const eachMs = 3_000;

export interface AgentStatusProps {
  channel: string;
  /** Root of the thread in which the app works; null outside threads. */
  thread: string | null;
  activity: AgentActivity;
}

/** What the app says it is doing, and the button that stops it. */
export function AgentStatus({ channel, thread, activity }: AgentStatusProps) {
  const act = useAct();
  const { isWorking } = activity;
  return (
    <div className="agent-status">
      <StatusLine activity={activity} />
      {isWorking && thread !== null && (
        <button
          type="button"
          className="button agent-stop"
          onClick={(event) => {
            // The button goes away: whoever pressed it goes on writing.
            event.currentTarget.closest('section')?.querySelector('textarea')?.focus();
            void act({ type: 'stop', channel, thread });
          }}
        >
          <Icon name="stop" size={16} />
          Stop
        </button>
      )}
    </div>
  );
}

/** “Concord is searching 24 publications…”; its loading messages take turns. */
export function StatusLine({ activity }: { activity: AgentActivity }) {
  const { page } = usePage();
  const now = useWorkspaceTime();
  const { status, loadingMessages, until } = activity;
  const [turn, setTurn] = useState(0);
  const count = loadingMessages.length;
  useEffect(() => {
    setTurn(0);
    if (count < 2) return;
    const timer = setInterval(() => setTurn((before) => (before + 1) % count), eachMs);
    return () => clearInterval(timer);
  }, [count]);
  const isShown = status !== '' && now < until;
  const words = loadingMessages[turn] ?? `${page.app.name} ${status}`;
  return (
    <p className="agent-line" role="status">
      {isShown && (
        <>
          <Dots />
          <span className="agent-words">{words}</span>
        </>
      )}
    </p>
  );
}
