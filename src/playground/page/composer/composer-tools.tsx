import { useRef } from 'react';
import { Icon } from '../shell/icon.tsx';
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
      <button
        type="button"
        className="icon-button"
        aria-label="Share a file"
        title="Share a file"
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" size={18} />
      </button>
      <button
        type="button"
        className="icon-button composer-mention"
        aria-label="Mention somebody"
        title="Mention somebody"
        onClick={onMention}
      >
        <span aria-hidden="true">@</span>
      </button>
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
