import { useRef } from 'react';
import { Icon } from '../shell/icon.tsx';
import { IconButton } from '../shell/icon-button.tsx';
import { ShortcutMenu } from './shortcut-menu.tsx';

export interface ComposerToolsProps {
  hintId: string;
  isTouch: boolean;
  canSend: boolean;
  onFiles(files: Iterable<File>): void;
  onMention(): void;
}

/** Below the text: files, shortcuts, mentions, and the button that sends. */
export function ComposerTools(props: ComposerToolsProps) {
  const { hintId, isTouch, canSend, onFiles, onMention } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="composer-tools">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to share"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <IconButton
        icon="clip"
        size={18}
        label="Share a file"
        onClick={() => input.current?.click()}
      />
      <IconButton icon="mention" size={18} label="Mention somebody" onClick={onMention} />
      <ShortcutMenu />
      <p id={hintId} className={isTouch ? 'visually-hidden' : 'composer-hint'}>
        {isTouch ? '' : 'Enter to send, Shift + Enter for a new line'}
      </p>
      <button type="submit" className="composer-send" aria-label="Send" disabled={!canSend}>
        <Icon name="send" size={18} />
      </button>
    </div>
  );
}
