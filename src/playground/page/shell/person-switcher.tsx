import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import type { Person } from '../../state/people.ts';
import { useClient } from '../client/client-context.ts';
import { isOutside, kindName } from '../client/people.ts';
import { usePage } from '../client/use-page.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';

/** Whoever runs the local Slack looks at it through anybody's eyes. */
export function PersonSwitcher() {
  const { page } = usePage();
  const { client } = useClient();
  const people = page.people.filter((person) => !person.isBot && !person.deleted);
  const me = people.find((person) => person.id === page.me);
  const sections = [
    { name: 'In the partnership', people: people.filter((person) => !isOutside(person)) },
    { name: 'Guests and other organisations', people: people.filter(isOutside) },
  ].filter((section) => section.people.length > 0);
  return (
    <MenuTrigger>
      <Button
        className="person-switcher"
        aria-label={`You are ${me?.realName}, ${me && kindName(me)}. Switch person`}
      >
        <Avatar person={me} size="small" />
        <span className="person-switcher-name">{me?.realName}</span>
        {me && <span className="badge">{kindName(me)}</span>}
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Look at the workspace as"
          selectionMode="single"
          selectedKeys={[page.me]}
          disallowEmptySelection
          onAction={(id) => client.switchTo(String(id))}
        >
          {sections.map((section) => (
            <MenuSection key={section.name}>
              <Header className="menu-heading">{section.name}</Header>
              {section.people.map((person) => (
                <PersonItem key={person.id} person={person} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function PersonItem({ person }: { person: Person }) {
  return (
    <MenuItem
      id={person.id}
      className="menu-item"
      textValue={`${person.realName}, ${kindName(person)}`}
    >
      {({ isSelected }) => (
        <>
          <Avatar person={person} size="small" />
          <span className="menu-item-name">
            <span className="menu-item-title">{person.realName}</span>
            <span className="menu-item-detail">{person.title}</span>
          </span>
          <span className="badge">{kindName(person)}</span>
          <span className="menu-item-mark">{isSelected && <Icon name="check" size={18} />}</span>
        </>
      )}
    </MenuItem>
  );
}
