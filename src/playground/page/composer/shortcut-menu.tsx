import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { Icon } from '../shell/icon.tsx';

/** The app's shortcuts that need no message; nothing when it has none. */
export function ShortcutMenu() {
  const { page } = usePage();
  const act = useAct();
  const shortcuts = page.app.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label="Shortcuts">
        <Icon name="bolt" size={18} />
      </Button>
      <Popover className="popover" placement="top start">
        <Menu className="menu" aria-label="Shortcuts">
          <MenuSection>
            <Header className="menu-heading">{page.app.name}</Header>
            {shortcuts.map(({ callbackId, name, description }) => (
              <MenuItem
                key={callbackId}
                className="menu-item"
                textValue={name}
                onAction={() => void act({ type: 'global-shortcut', callbackId })}
              >
                <Icon name="bolt" size={18} />
                <span className="menu-item-name">
                  <span className="menu-item-title">{name}</span>
                  <span className="menu-item-detail">{description}</span>
                </span>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
