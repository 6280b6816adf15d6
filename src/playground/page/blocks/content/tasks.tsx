import { type Fields, fieldsOf, listOf, stringOf, textOf } from '../read-block.ts';
import { SafeLink } from '../text/safe-link.tsx';
import { BlockIcon, type BlockIconName } from './icons.tsx';
import { RichText } from './rich-text.tsx';

const statuses: Readonly<Record<string, { icon: BlockIconName; words: string }>> = {
  pending: { icon: 'circle', words: 'to do' },
  in_progress: { icon: 'spinner', words: 'in progress' },
  complete: { icon: 'check', words: 'done' },
  error: { icon: 'cross', words: 'failed' },
};

function Part({ value }: { value: unknown }) {
  const part = fieldsOf(value);
  return part.type === 'rich_text' ? <RichText block={part} /> : <p>{textOf(value)}</p>;
}

/** A `task_card`: one step of the app's work, with how far it is. */
export function TaskCard({ task }: { task: Fields }) {
  const status = stringOf(task.status) || 'pending';
  const { icon, words } = statuses[status] ?? { icon: 'circle', words: status };
  const sources = listOf(task.sources);
  return (
    <div className={`task task-${status}`}>
      <BlockIcon name={icon} />
      <div className="task-body">
        <p>
          {textOf(task.title)}
          <span className="visually-hidden">{` (${words})`}</span>
        </p>
        {task.details !== undefined && <Part value={task.details} />}
        {task.output !== undefined && <Part value={task.output} />}
        {sources.length > 0 && (
          <ul className="task-sources">
            {sources.map((source, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sources may repeat
              <li key={index}>
                <SafeLink address={stringOf(source.url)}>{stringOf(source.text)}</SafeLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** A `plan`: what the app is going to do, step by step. */
export function Plan({ block }: { block: Fields }) {
  return (
    <div className="plan">
      <p className="plan-title">{textOf(block.title)}</p>
      <ol>
        {listOf(block.tasks).map((task, index) => (
          <li key={stringOf(task.task_id) || index}>
            <TaskCard task={task} />
          </li>
        ))}
      </ol>
    </div>
  );
}
