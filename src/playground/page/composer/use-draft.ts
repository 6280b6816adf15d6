import { useCallback, useState } from 'react';
import { usePage } from '../client/use-page.ts';
import { keepDraft, readDraft } from './drafts.ts';

/** What is being written in one place; it is still there after going elsewhere or reloading. */
export function useDraft(
  channel: string,
  thread: string | null,
): [text: string, write: (text: string) => void] {
  const { page } = usePage();
  const person = page.me;
  const [text, setText] = useState(() => readDraft(localStorage, { person, channel, thread }));
  const write = useCallback(
    (changed: string) => {
      keepDraft(localStorage, { person, channel, thread }, changed);
      setText(changed);
    },
    [person, channel, thread],
  );
  return [text, write];
}
