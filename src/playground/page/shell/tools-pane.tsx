import { ToolsPanel } from '../tools/tools-panel.tsx';

/** What no Slack has: the clock to move, faults, beginning anew. */
export function ToolsPane({ onClose }: { onClose(): void }) {
  return (
    <aside className="tools-pane" aria-label="Local Slack tools">
      <ToolsPanel onClose={onClose} />
    </aside>
  );
}
