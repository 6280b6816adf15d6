import { usePage } from '../client/use-page.ts';
import { Icon } from './icon.tsx';
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
        <button
          type="button"
          className="icon-button"
          aria-label="Channels and messages"
          onClick={onOpenSidebar}
        >
          <Icon name="menu" />
        </button>
      )}
      <h1 className="workspace-name">{page.team.name}</h1>
      <div className="workspace-header-end">
        <WorkspaceClock />
        <PersonSwitcher />
        <ThemeMenu />
        <button
          type="button"
          className="icon-button"
          aria-label="Tools of the local Slack"
          aria-expanded={areToolsOpen}
          title="Clock, faults, events, reset"
          onClick={onToggleTools}
        >
          <Icon name="tools" />
        </button>
      </div>
    </header>
  );
}
