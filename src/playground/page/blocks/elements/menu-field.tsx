import { useContext } from 'react';
import {
  Button,
  ComboBoxStateContext,
  Group,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { BlockIcon } from '../content/icons.tsx';
import { PlainText } from '../text/plain-text.tsx';
import type { Option } from './options.ts';

function Item({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.value} textValue={option.text} className="block-menu-item">
      <span className="block-menu-words">
        <PlainText text={option.text} />
        {option.description !== '' && (
          <span className="option-description">
            <PlainText text={option.description} />
          </span>
        )}
      </span>
      <BlockIcon name="check" className="block-menu-check" />
    </ListBoxItem>
  );
}

/** The field of a menu: opens when it is clicked, as Slack's do, and not only when typed into. */
export function MenuInput({ placeholder, actionId }: { placeholder: string; actionId: string }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Group className="block-select-field">
      <Input
        className="block-field"
        placeholder={placeholder}
        data-action-id={actionId}
        onInput={() => state?.open(null, 'input')}
        // In the next frame: scrolling closes menus, also the scrolling that brought this one here.
        onClick={() => requestAnimationFrame(() => state?.open(null, 'manual'))}
      />
      <Button className="block-select-arrow">
        <BlockIcon name="down" />
      </Button>
    </Group>
  );
}

/** The options of a menu, under the headings of their groups. */
export function MenuList({ options, note }: { options: readonly Option[]; note: string }) {
  const groups = [...Map.groupBy(options, ({ group }) => group)];
  return (
    <Popover className="block-popover">
      {/* A landmark: popovers stand outside of the page's own. */}
      <section aria-label="Options" className="block-popover-body">
        <ListBox className="block-menu" renderEmptyState={() => <EmptyMenu note={note} />}>
          {groups.map(([group, members]) =>
            group === '' ? (
              members.map((option) => <Item key={option.value} option={option} />)
            ) : (
              <ListBoxSection key={group} id={`group ${group}`}>
                <Header className="block-menu-heading">{group}</Header>
                {members.map((option) => (
                  <Item key={option.value} option={option} />
                ))}
              </ListBoxSection>
            ),
          )}
        </ListBox>
        {note !== '' && options.length > 0 && <EmptyMenu note={note} />}
      </section>
    </Popover>
  );
}

const EmptyMenu = ({ note }: { note: string }) => (
  <p className="block-menu-note" role="status">
    {note}
  </p>
);
