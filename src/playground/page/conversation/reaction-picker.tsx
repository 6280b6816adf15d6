import type { RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { emojiCharacter } from '../blocks/text/emoji-character.ts';
import { reactionNames } from './reactions.tsx';

export interface ReactionPickerProps {
  /** What it opens at. */
  anchor: RefObject<HTMLElement | null>;
  onChoose(name: string): void;
  onClose(): void;
}

/** A handful of emoji to react with. */
export function ReactionPicker({ anchor, onChoose, onClose }: ReactionPickerProps) {
  return (
    <Popover
      className="popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={onClose}
      placement="top end"
    >
      <Dialog className="reaction-picker" aria-label="Add a reaction">
        {reactionNames.map((name, index) => (
          <button
            key={name}
            type="button"
            className="reaction-choice"
            aria-label={name.replaceAll('_', ' ')}
            title={`:${name}:`}
            // biome-ignore lint/a11y/noAutofocus: the picker was asked for; focus goes to its first emoji.
            autoFocus={index === 0}
            onClick={() => {
              onChoose(name);
              onClose();
            }}
          >
            <span aria-hidden="true">{emojiCharacter(name)}</span>
          </button>
        ))}
      </Dialog>
    </Popover>
  );
}
