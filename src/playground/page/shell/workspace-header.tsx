import { usePage } from '../client/use-page.ts';
import { IconButton } from './icon-button.tsx';
import { PersonSwitcher } from './person-switcher.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { WorkspaceClock } from './workspace-clock.tsx';

export interface WorkspaceHeaderProps {
  areToolsOpen: boolean;
  onToggleTools(): void;
  /** Null where the sidebar is always in sight. */
  onOpenSidebar: (() => void) | null;
}

/** The bar above everything: which workspace, what time, whose eyes, and the tools. */
export function WorkspaceHeader(props: WorkspaceHeaderProps) {
  const { page } = usePage();
  const { areToolsOpen, onToggleTools, onOpenSidebar } = props;
  return (
    <header className="workspace-header">
      {onOpenSidebar !== null && (
        <IconButton icon="menu" label="Channels and messages" onClick={onOpenSidebar} />
      )}
      <h1 className="workspace-name">{page.team.name}</h1>
      <div className="workspace-header-end">
        <WorkspaceClock />
        <PersonSwitcher />
        <ThemeMenu />
        <IconButton
          icon="tools"
          label="Tools of the local Slack"
          title="Tools: clock, faults, reset"
          aria-expanded={areToolsOpen}
          onClick={onToggleTools}
        />
      </div>
    </header>
  );
}
