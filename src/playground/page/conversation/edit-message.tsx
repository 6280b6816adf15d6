import { type KeyboardEvent, useState } from 'react';
import type { Message } from '../../state/messages.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { editableText } from './editable-text.ts';

/** Changes what one has written, in its place. */
export function EditMessage({ message, onDone }: { message: Message; onDone(): void }) {
  const { page } = usePage();
  const act = useAct();
  const [text, setText] = useState(() => editableText(message.text, page));
  const canSave = text.trim() !== '';
  const save = async (): Promise<void> => {
    if (!canSave) return;
    const { channel, ts } = message;
    const result = await act({ type: 'edit', channel, ts, text: text.trim() });
    if (result.ok) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <div className="edit">
      <textarea
        className="edit-text"
        aria-label="Edit message"
        // biome-ignore lint/a11y/noAutofocus: editing was asked for; focus goes to the text.
        autoFocus
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="edit-buttons">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={!canSave}
          onClick={() => void save()}
        >
          Save
        </button>
      </div>
    </div>
  );
}
