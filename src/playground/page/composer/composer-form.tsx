import {
  type FormEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { useMedia } from '../shell/use-media.ts';
import { ComposerTools } from './composer-tools.tsx';
import { SuggestionList, suggestionId } from './suggestion-list.tsx';
import { UploadList } from './upload-list.tsx';
import { useDraft } from './use-draft.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useSend } from './use-send.ts';
import { useTypeAhead } from './use-type-ahead.ts';
import { useUploads } from './use-uploads.ts';

export interface ComposerFormProps {
  channel: string;
  thread: string | null;
  placeholder: string;
  onSent: ((ts: string) => void) | undefined;
}

/** The text with all that helps to write it. To be made anew (`key`) for each place. */
export function ComposerForm({ channel, thread, placeholder, onSent }: ComposerFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const id = useId();
  const [text, write] = useDraft(channel, thread);
  const send = useSend({ channel, thread });
  const uploads = useUploads(channel, thread);
  const addFiles = useRef(uploads.add);
  addFiles.current = uploads.add;
  const isOver = useFileDrop(
    form,
    useCallback((files) => addFiles.current(files), []),
  );
  // On a screen keyboard Enter begins a line, as in Slack's mobile apps.
  const isTouch = useMedia('(pointer: coarse)');
  const typeAhead = useTypeAhead(field, (completed, caret) => {
    write(completed);
    caretAfter.current = caret;
  });
  const { suggestions, active } = typeAhead;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
    if (caretAfter.current === null) return;
    element.focus();
    element.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  }, [text]);
  useEffect(() => {
    if (!isTouch) field.current?.focus({ preventScroll: true });
  }, [isTouch]);

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    const written = text;
    if (written.trim() === '') return;
    write('');
    typeAhead.close();
    const sent = await send(written);
    if (typeof sent === 'string') onSent?.(sent);
    // Nothing that was written may be lost, unless something else has been begun.
    if (sent === false && field.current?.value === '') write(written);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (typeAhead.onKey(event) || event.key !== 'Enter') return;
    if (event.shiftKey || isTouch || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  const insert = (sign: string): void => {
    const at = field.current?.selectionEnd ?? text.length;
    const space = at === 0 || /\s$/.test(text.slice(0, at)) ? '' : ' ';
    write(`${text.slice(0, at)}${space}${sign}${text.slice(at)}`);
    caretAfter.current = at + space.length + sign.length;
    // When the text holds the sign.
    requestAnimationFrame(typeAhead.look);
  };

  return (
    <form
      ref={form}
      className="composer"
      data-dropping={isOver || undefined}
      onSubmit={(event) => void submit(event)}
    >
      <SuggestionList
        id={id}
        suggestions={suggestions}
        active={active}
        onChoose={typeAhead.choose}
      />
      <div className="composer-box">
        <UploadList {...uploads} />
        <textarea
          ref={field}
          className="composer-text"
          aria-label={placeholder}
          aria-describedby={`${id}-hint`}
          aria-autocomplete="list"
          aria-controls={suggestions.length > 0 ? id : undefined}
          aria-activedescendant={suggestions.length > 0 ? suggestionId(id, active) : undefined}
          placeholder={placeholder}
          rows={1}
          value={text}
          onChange={(event) => {
            write(event.target.value);
            typeAhead.look();
          }}
          onClick={typeAhead.look}
          onKeyDown={onKeyDown}
          onBlur={typeAhead.close}
        />
        <ComposerTools
          hintId={`${id}-hint`}
          isTouch={isTouch}
          canSend={text.trim() !== ''}
          onFiles={uploads.add}
          onMention={() => insert('@')}
        />
      </div>
      {isOver && <p className="composer-drop">Drop files to share them here</p>}
    </form>
  );
}
