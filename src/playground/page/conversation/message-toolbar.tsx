import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../shell/icon-button.tsx';
import { MessageMenu } from './message-menu.tsx';
import { ReactionPicker } from './reaction-picker.tsx';
import type { MessageActions } from './use-message-actions.ts';

export interface MessageToolbarProps {
  actions: MessageActions;
  /** That of its message: only one message at a time is on Tab's way. */
  tabIndex: 0 | -1;
  onEdit(): void;
  onDelete(): void;
}

/** What can be done with a message, shown while it is pointed at or has the focus. */
export function MessageToolbar({ actions, tabIndex, onEdit, onDelete }: MessageToolbarProps) {
  const [open, setOpen] = useState<'reactions' | 'menu' | null>(null);
  const react = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const close = (): void => setOpen(null);
  // What takes the focus elsewhere waits until the menu has given it back.
  const [next, setNext] = useState<'edit' | 'delete' | null>(null);
  useEffect(() => {
    if (open !== null || next === null) return;
    setNext(null);
    if (next === 'edit') onEdit();
    else onDelete();
  }, [open, next, onEdit, onDelete]);
  return (
    <div
      className="message-toolbar"
      role="toolbar"
      aria-label="Message actions"
      data-open={open !== null || undefined}
    >
      {actions.react !== null && (
        <IconButton
          ref={react}
          icon="smile"
          size={18}
          label="Add a reaction"
          tabIndex={tabIndex}
          aria-haspopup="dialog"
          aria-expanded={open === 'reactions'}
          onClick={() => setOpen('reactions')}
        />
      )}
      {actions.reply !== null && (
        <IconButton
          icon="thread"
          size={18}
          label="Reply in thread"
          tabIndex={tabIndex}
          onClick={actions.reply}
        />
      )}
      <IconButton
        ref={more}
        icon="more"
        size={18}
        label="More actions"
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={open === 'menu'}
        onClick={() => setOpen('menu')}
      />
      {open === 'reactions' && actions.react !== null && (
        <ReactionPicker anchor={react} onChoose={actions.react} onClose={close} />
      )}
      {open === 'menu' && (
        <MessageMenu
          anchor={more}
          actions={actions}
          onEdit={() => setNext('edit')}
          onDelete={() => setNext('delete')}
          onClose={close}
        />
      )}
    </div>
  );
}
