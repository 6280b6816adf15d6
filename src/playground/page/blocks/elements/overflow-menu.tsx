import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { BlockIcon } from '../content/icons.tsx';
import { type Placed, useForm } from '../form.ts';
import { listOf, stringOf, textOf } from '../read-block.ts';
import { PlainText } from '../text/plain-text.tsx';
import { safeUrl } from '../text/safe-url.ts';

/** An `overflow` menu: three dots with up to five choices. */
export function OverflowMenu({ placed }: { placed: Placed }) {
  const form = useForm();
  const isSending = form.isSending(placed);
  const { element } = placed;
  return (
    <MenuTrigger>
      <Button
        className="icon-button block-overflow"
        aria-label="More choices"
        isPending={isSending}
        data-action-id={placed.actionId}
      >
        <BlockIcon name="more" />
      </Button>
      <Popover className="block-popover" placement="bottom end">
        <section aria-label="Choices" className="block-popover-body">
          <Menu
            className="block-menu"
            onAction={(key) => void form.send(placed, String(key), element.confirm)}
          >
            {listOf(element.options).map((option) => {
              const url = safeUrl(stringOf(option.url));
              return (
                <MenuItem
                  key={stringOf(option.value)}
                  id={stringOf(option.value)}
                  className="block-menu-item"
                  textValue={textOf(option.text)}
                  {...(url !== null && { href: url, target: '_blank', rel: 'noopener noreferrer' })}
                >
                  <PlainText text={textOf(option.text)} />
                  {option.description !== undefined && (
                    <span className="option-description">
                      <PlainText text={textOf(option.description)} />
                    </span>
                  )}
                </MenuItem>
              );
            })}
          </Menu>
        </section>
      </Popover>
    </MenuTrigger>
  );
}
