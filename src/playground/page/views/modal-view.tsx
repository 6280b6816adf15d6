import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Heading } from 'react-aria-components';
import type { View } from '../../state/views.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { entriesContext } from '../blocks/entries.ts';
import { listOf } from '../blocks/read-block.ts';
import { PlainText } from '../blocks/text/plain-text.tsx';
import { usePage } from '../client/use-page.ts';
import { useRoute } from '../client/use-route.ts';
import { IconButton } from '../shell/icon-button.tsx';
import { withCurrentConversation } from './current-conversation.ts';
import { useViewDrafts } from './use-view-drafts.ts';
import { viewEntries } from './view-entries.ts';

const controls = 'input, textarea, button, select';

interface ModalViewProps {
  view: View;
  /** The others keep what was filled in, unseen. */
  isTop: boolean;
  /** It lies on another one, to which Back leads. */
  isPushed: boolean;
  onClose(all: boolean): void;
}

/** One modal: its title, what is to be filled in, and its buttons. */
export function ModalView({ view: sent, isTop, isPushed, onClose }: ModalViewProps) {
  const { page } = usePage();
  const channel = useChannelAtFirst();
  const view = useMemo(
    () => ({ ...sent, blocks: withCurrentConversation(sent.blocks, channel) }),
    [sent, channel],
  );
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const formId = useId();
  const { entries, isSending, failure, submit } = useSubmission(view, form);
  useEffect(() => {
    if (!isTop) return;
    const wanted = form.current?.querySelector<HTMLElement>(`[data-focus] :is(${controls})`);
    (wanted ?? title.current)?.focus();
  }, [isTop]);
  const canBeSent = view.submit !== null || hasInputs(view);
  return (
    <form
      ref={form}
      id={formId}
      className="modal-view"
      noValidate
      hidden={!isTop}
      onSubmit={submit}
    >
      <header className="modal-header">
        {isPushed && <IconButton icon="back" label="Back" onClick={() => onClose(false)} />}
        <Heading
          ref={title}
          level={2}
          tabIndex={-1}
          className="modal-title"
          {...(isTop && { slot: 'title' })}
        >
          <PlainText text={view.title?.text ?? page.app.name} />
        </Heading>
        <IconButton icon="close" label="Close" onClick={() => onClose(true)} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would scroll its legend */}
      <div className="modal-content" tabIndex={0} role="group" aria-label="Content">
        <entriesContext.Provider value={entries}>
          <Blocks blocks={view.blocks} place={{ kind: 'view', viewId: view.id }} surface="modal" />
        </entriesContext.Provider>
      </div>
      <p className="modal-failure" role="alert">
        {failure}
      </p>
      <footer className="modal-footer">
        <span className="modal-app">{page.app.name}</span>
        <button type="button" className="button" onClick={() => onClose(false)}>
          <PlainText text={view.close?.text ?? (canBeSent ? 'Cancel' : 'Close')} />
        </button>
        {canBeSent && (
          <button
            type="submit"
            className="button button-primary"
            disabled={view.submitDisabled && !isSending}
            aria-disabled={isSending || undefined}
            aria-busy={isSending || undefined}
          >
            <PlainText text={view.submit?.text ?? 'Submit'} />
          </button>
        )}
      </footer>
    </form>
  );
}

const hasInputs = (view: View): boolean => listOf(view.blocks).some(({ type }) => type === 'input');

/** Id of the conversation that was looked at when the modal was opened; null for none. */
function useChannelAtFirst(): string | null {
  const { page } = usePage();
  const route = useRoute();
  const [channel] = useState(() => {
    if (route.view !== 'conversation') return null;
    if (route.channel !== 'app') return route.channel;
    const withApp = page.conversations.find(
      ({ kind, memberIds }) => kind === 'direct' && memberIds.includes(page.app.botUserId),
    );
    return withApp?.id ?? null;
  });
  return channel;
}

const unanswered = (app: string): string =>
  `${app} did not respond in time. What you filled in is still here: try again in a moment.`;

/** Sends what was filled in; leads to what is wrong when something is. */
function useSubmission(view: View, form: React.RefObject<HTMLFormElement | null>) {
  const { act, page } = usePage();
  const { entries, setProblems } = useViewDrafts(view);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState('');
  const { problems } = entries;
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>(`[data-invalid] :is(${controls})`)?.focus();
  }, [problems, form]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending || view.submitDisabled) return;
    const filledIn = viewEntries(view, entries.drafts);
    setSending(true);
    setFailure('');
    const result = await act({ type: 'submit-view', viewId: view.id, entries: filledIn });
    setSending(false);
    const { errors = {} } = result.ok ? result : {};
    setProblems(errors);
    if (!result.ok) setFailure(result.error);
    else if (result.acknowledged === false && Object.keys(errors).length === 0) {
      setFailure(unanswered(page.app.name));
    }
  };
  return { entries, isSending, failure, submit };
}
