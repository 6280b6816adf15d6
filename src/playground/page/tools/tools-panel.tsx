import { useEffect, useRef } from 'react';
import { IconButton } from '../shell/icon-button.tsx';
import { ClockTools } from './clock-tools.tsx';
import { FaultTools } from './fault-tools.tsx';
import { ResetTools } from './reset-tools.tsx';

/** What Slack does not have: its clock, its faults, and a fresh start. */
export function ToolsPanel({ onClose }: { onClose(): void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from what is inside
    <div
      className="tools"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className="tools-header">
        <h2 ref={title} tabIndex={-1}>
          Local Slack tools
        </h2>
        <IconButton icon="close" label="Close the tools" onClick={onClose} />
      </header>
      <p className="tools-note">
        For trying things out. None of this exists in Slack; it changes this local one only.
      </p>
      <ClockTools />
      <FaultTools />
      <ResetTools onReset={onClose} />
    </div>
  );
}
