import type { RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { usePage } from '../client/use-page.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Icon, type IconName } from '../shell/icon.tsx';
import type { MessageActions } from './use-message-actions.ts';

export interface MessageMenuProps {
  anchor: RefObject<HTMLElement | null>;
  actions: MessageActions;
  onEdit(): void;
  onDelete(): void;
  onClose(): void;
}

/** Everything that can be done with a message, the app's shortcuts first. */
export function MessageMenu({ anchor, actions, onEdit, onDelete, onClose }: MessageMenuProps) {
  const { page } = usePage();
  const app = page.people.find((person) => person.id === page.app.botUserId);
  const item = (name: string, icon: IconName, onAction: () => void, isDanger = false) => (
    <MenuItem
      className="menu-item"
      data-danger={isDanger || undefined}
      textValue={name}
      onAction={onAction}
    >
      <Icon name={icon} size={18} />
      <span className="menu-item-name">{name}</span>
    </MenuItem>
  );
  return (
    <Popover
      className="popover"
      aria-label="More actions"
      triggerRef={anchor}
      isOpen
      onOpenChange={onClose}
      placement="bottom end"
    >
      <Menu className="menu" aria-label="More actions" onClose={onClose} autoFocus="first">
        {actions.shortcuts.length > 0 && (
          <MenuSection>
            <Header className="menu-heading">{page.app.name}</Header>
            {actions.shortcuts.map(({ id, name, use }) => (
              <MenuItem key={id} className="menu-item" textValue={name} onAction={use}>
                <Avatar person={app} size="small" />
                <span className="menu-item-name">{name}</span>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {actions.reply !== null && item('Reply in thread', 'thread', actions.reply)}
        {item('Copy link', 'link', actions.copyLink)}
        {actions.canChange && item('Edit message', 'edit', onEdit)}
        {actions.canChange && item('Delete message', 'trash', onDelete, true)}
      </Menu>
    </Popover>
  );
}
