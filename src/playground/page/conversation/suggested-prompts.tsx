import type { AgentThread } from '../../state/agent-threads.ts';

export interface SuggestedPromptsProps {
  thread: AgentThread;
  /** Titles alone, for when there is something else to read. */
  isCompact: boolean;
  onChoose(message: string): void;
}

/** What the app suggests to ask; choosing one sends it. */
export function SuggestedPrompts({ thread, isCompact, onChoose }: SuggestedPromptsProps) {
  if (thread.suggestedPrompts.length === 0) return null;
  const title = thread.suggestedPromptsTitle || 'Try asking';
  return (
    <section className="prompts" data-compact={isCompact || undefined} aria-label={title}>
      <p className="prompts-title">{title}</p>
      <ul className="prompts-list">
        {thread.suggestedPrompts.map((prompt) => (
          <li key={prompt.title}>
            <button
              type="button"
              className="prompt"
              title={prompt.message}
              onClick={() => onChoose(prompt.message)}
            >
              <span className="prompt-title">{prompt.title}</span>
              {!isCompact && <span className="prompt-message">{prompt.message}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
