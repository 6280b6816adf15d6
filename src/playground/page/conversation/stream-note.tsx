import type { MessageStream, StreamTask } from '../../state/messages.ts';
import { Icon, type IconName } from '../shell/icon.tsx';

const endings: Partial<Record<MessageStream['state'], string>> = {
  expired: 'This answer broke off: it took longer than Slack allows.',
  stopped_by_user: 'Stopped.',
};

/** Below a message that is written while it is read: its steps, and whether more is to come. */
export function StreamNote({ stream }: { stream: MessageStream }) {
  const { state, planTitle, tasks } = stream;
  const ending = endings[state];
  return (
    <>
      {planTitle !== null && <p className="stream-plan">{planTitle}</p>}
      {tasks.length > 0 && (
        <ul className="stream-tasks">
          {tasks.map((task) => (
            <Task key={task.id} task={task} />
          ))}
        </ul>
      )}
      {state === 'in_progress' && (
        <p className="stream-more">
          <Dots />
          <span className="visually-hidden">More is being written</span>
        </p>
      )}
      {ending !== undefined && <p className="stream-ending">{ending}</p>}
    </>
  );
}

/** Three dots that breathe; they stand still for whoever wants no motion. */
export function Dots() {
  return (
    <span className="dots" aria-hidden="true">
      <span />
      <span />
      <span />
    </span>
  );
}

const signs: Readonly<Record<string, { icon: IconName; words: string }>> = {
  complete: { icon: 'check', words: 'done' },
  in_progress: { icon: 'clock', words: 'in progress' },
  error: { icon: 'alert', words: 'failed' },
};
const waiting = { icon: 'clock', words: 'waiting' } as const;

function Task({ task }: { task: StreamTask }) {
  const { icon, words } = signs[task.status] ?? waiting;
  return (
    <li className="stream-task" data-status={task.status}>
      <Icon name={icon} size={16} />
      <span>
        {task.title}
        <span className="visually-hidden">, {words}</span>
        {task.details !== undefined && <span className="stream-detail">{task.details}</span>}
        {task.output !== undefined && <span className="stream-detail">{task.output}</span>}
      </span>
    </li>
  );
}
