import { useEffect, useRef, useState } from 'react';
import { Icon } from '../shell/icon.tsx';
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
        <button
          ref={react}
          type="button"
          className="icon-button"
          tabIndex={tabIndex}
          aria-label="Add a reaction"
          title="Add a reaction"
          aria-haspopup="dialog"
          aria-expanded={open === 'reactions'}
          onClick={() => setOpen('reactions')}
        >
          <Icon name="smile" size={18} />
        </button>
      )}
      {actions.reply !== null && (
        <button
          type="button"
          className="icon-button"
          tabIndex={tabIndex}
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={actions.reply}
        >
          <Icon name="thread" size={18} />
        </button>
      )}
      <button
        ref={more}
        type="button"
        className="icon-button"
        tabIndex={tabIndex}
        aria-label="More actions"
        title="More actions"
        aria-haspopup="menu"
        aria-expanded={open === 'menu'}
        onClick={() => setOpen('menu')}
      >
        <Icon name="more" size={18} />
      </button>
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
