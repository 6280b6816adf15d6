import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { type Theme, useTheme } from './use-theme.ts';

const themes: { id: Theme; name: string; icon: IconName }[] = [
  { id: 'system', name: 'Like this device', icon: 'screen' },
  { id: 'light', name: 'Light', icon: 'sun' },
  { id: 'dark', name: 'Dark', icon: 'moon' },
];

/** Chooses between light and dark. */
export function ThemeMenu() {
  const [theme, choose] = useTheme();
  const current = themes.find(({ id }) => id === theme);
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`Appearance: ${current?.name}`}>
        <Icon name={current?.icon ?? 'screen'} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Appearance"
          selectionMode="single"
          selectedKeys={[theme]}
          disallowEmptySelection
          onAction={(id) => choose(id as Theme)}
        >
          {themes.map(({ id, name, icon }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={name}>
              <Icon name={icon} size={18} />
              <span className="menu-item-name">{name}</span>
              {id === theme && <Icon name="check" size={18} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
